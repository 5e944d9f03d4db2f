/// Reads the lines of one file in blocks: memory does not grow with the file, nor with a line.
struct LineReader {
  private let stream: any ByteStream
  private let limits: LineLimits
  private let interrupt: ReadInterrupt?
  /// What was read behind the last line feed.
  private var rest: [UInt8] = []
  private var isAtEnd = false
  private var number = 0
  private var offset = 0
  let source: Int
  let file: Int

  init(
    _ stream: any ByteStream, source: Int, file: Int, limits: LineLimits = LineLimits(),
    interrupt: ReadInterrupt? = nil
  ) {
    self.stream = stream
    self.source = source
    self.file = file
    self.limits = limits
    self.interrupt = interrupt
  }

  /// How many bytes were taken from the file, packed as they are there.
  var position: Int { stream.position }

  var isStream: Bool { stream.size == nil }

  /// The next block; `nil` at the end, or where reading was interrupted. It has what is there at
  /// once: a stream is never waited for while a line is at hand.
  mutating func next() throws(LogInputError) -> LineBlock? {
    while true {
      if isAtEnd { return nil }
      let start = rest.count
      var bytes = try more()
      if interrupt?.isRaised == true { return nil }
      if isAtEnd, bytes.count <= limits.longest { return bytes.isEmpty ? nil : block(bytes) }
      if let last = bytes.withUnsafeBufferPointer({ LineFeed.last(in: $0, from: start) }) {
        rest = Array(bytes[(last + 1)...])
        bytes.removeLast(rest.count)
        return block(bytes)
      }
      if bytes.count > limits.longest { return try longLine(bytes) }
      rest = bytes
    }
  }

  /// The rest, and what can be read behind it.
  private mutating func more() throws(LogInputError) -> [UInt8] {
    let before = rest
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
      (rest, isAtEnd) = ([], true)
      throw failure
    }
    isAtEnd = bytes.count == before.count
    return bytes
  }

  /// The beginning of a line that is longer than any record; the rest of it is passed over.
  private mutating func longLine(_ beginning: [UInt8]) throws(LogInputError) -> LineBlock? {
    var head = Array(beginning.prefix(limits.kept))
    var skipped = beginning.count - head.count
    rest = []
    while !isAtEnd {
      let bytes = try more()
      if interrupt?.isRaised == true { return nil }
      guard let end = bytes.firstIndex(of: 0x0A) else {
        skipped += bytes.count
        continue
      }
      skipped += end
      rest = Array(bytes[(end + 1)...])
      head.append(0x0A)
      break
    }
    return block(head, skipped: skipped)
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
