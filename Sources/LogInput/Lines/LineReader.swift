/// Reads the lines of one file in blocks: memory does not grow with the file, nor with a line.
struct LineReader {
  /// A line of which only the beginning is kept.
  private struct LongLine {
    var head: [UInt8]
    var skipped: Int
  }

  private let stream: any ByteStream
  private let limits: LineLimits
  private let interrupt: ReadInterrupt?
  /// Whether there may be more where there is nothing now.
  private let isGrowing: Bool
  /// What was read behind the last line feed.
  private var rest: [UInt8] = []
  /// Whether there may be a line feed in the rest: behind a long line there may.
  private var mayHoldLines = false
  private var longLine: LongLine?
  private var isAtEnd = false
  private var number = 0
  private var offset = 0
  let source: Int
  let file: Int

  init(
    _ stream: any ByteStream, source: Int, file: Int, limits: LineLimits = LineLimits(),
    interrupt: ReadInterrupt? = nil, isGrowing: Bool = false
  ) {
    self.stream = stream
    self.source = source
    self.file = file
    self.limits = limits
    self.interrupt = interrupt
    self.isGrowing = isGrowing
  }

  /// How many bytes were taken from the file, packed as they are there.
  var position: Int { stream.position }

  var isStream: Bool { stream.size == nil }

  /// The next block; `nil` at the end, where a file that grows has no whole line now, or where
  /// reading was interrupted. It has what is there at once: a stream is never waited for while a
  /// line is at hand.
  mutating func next() throws(LogInputError) -> LineBlock? {
    while !isAtEnd {
      if mayHoldLines {
        mayHoldLines = false
        let bytes = rest
        rest = []
        if let block = block(of: consume bytes, newFrom: 0) { return block }
      }
      let start = rest.count
      let bytes = try more()
      if interrupt?.isRaised == true { return nil }
      let isDry = bytes.count == start
      if isDry, isGrowing {
        rest = bytes
        return nil
      }
      isAtEnd = isDry
      if let block = block(of: consume bytes, newFrom: start) { return block }
    }
    return nil
  }

  /// What stands behind the last line feed of a file that grows no more.
  mutating func finish() -> LineBlock? {
    guard !isAtEnd else { return nil }
    isAtEnd = true
    return block(of: rest, newFrom: rest.count)
  }

  /// The rest, and what can be read behind it.
  private mutating func more() throws(LogInputError) -> [UInt8] {
    let before = rest
    rest = []
    var failure: LogInputError?
    let bytes = [UInt8](unsafeUninitializedCapacity: before.count + limits.block) { buffer, count in
      _ = buffer.update(fromContentsOf: before)
      count = before.count
      let room = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      do throws(LogInputError) {
        count += try stream.read(into: room)
      } catch {
        failure = error
      }
    }
    // What a reader says of an end that comes of an interrupt says nothing of the file.
    if let failure, interrupt?.isRaised != true {
      // What stands before the place where reading failed is a part of a line.
      isAtEnd = true
      throw failure
    }
    return bytes
  }

  /// The lines in what was read; `nil` where there is nothing whole yet.
  ///
  /// The bytes are its own: cutting the rest off would copy a block that another still held.
  private mutating func block(of read: consuming [UInt8], newFrom start: Int) -> LineBlock? {
    var bytes = read
    if let longLine { return end(of: longLine, in: bytes) }
    if let last = bytes.withUnsafeBufferPointer({ LineFeed.last(in: $0, from: start) }) {
      rest = Array(bytes[(last + 1)...])
      bytes.removeLast(rest.count)
      return block(bytes)
    }
    if bytes.count > limits.longest {
      let head = Array(bytes.prefix(limits.kept))
      longLine = LongLine(head: head, skipped: bytes.count - head.count)
    } else if !isAtEnd {
      rest = bytes
    } else if !bytes.isEmpty {
      return block(bytes)
    }
    return nil
  }

  /// Passes bytes of a long line over; gives its beginning where its end is met.
  private mutating func end(of line: LongLine, in bytes: [UInt8]) -> LineBlock? {
    var line = line
    let feed = bytes.withUnsafeBufferPointer { LineFeed.next(in: $0, from: 0) }
    line.skipped += feed ?? bytes.count
    longLine = line
    if let feed {
      rest = Array(bytes[(feed + 1)...])
      mayHoldLines = true
      line.head.append(0x0A)
    } else if !isAtEnd {
      return nil
    }
    longLine = nil
    return block(line.head, skipped: line.skipped)
  }

  private mutating func block(_ bytes: [UInt8], skipped: Int = 0) -> LineBlock {
    defer {
      number += 1
      offset += bytes.count + skipped
    }
    return LineBlock(
      source: source, file: file, number: number, offset: offset, bytes: bytes, skipped: skipped)
  }
}
