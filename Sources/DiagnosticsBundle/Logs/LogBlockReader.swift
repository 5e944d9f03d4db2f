/// Reads the lines of a log, the oldest first, in blocks: memory does not grow with the log.
struct LogBlockReader {
  private var segments: ArraySlice<LogWindow.Segment>
  private var position = 0
  /// What was read behind the last line feed.
  private var rest: [UInt8] = []
  /// Bytes of a line that is longer than a block.
  private var longLine: (bytes: Int, head: [UInt8])?

  /// What stands behind a long line at the end of a file.
  private var pending: LogBlock?

  /// What was read so far, in bytes.
  private(set) var bytesRead = 0
  /// Files that could not be read to the size that they had.
  private(set) var problems: [LogFiles.Problem] = []

  init(_ segments: [LogWindow.Segment]) {
    self.segments = segments[...]
    position = segments.first?.range.lowerBound ?? 0
  }

  /// The next block; `nil` at the end.
  mutating func next() -> LogBlock? {
    if let block = pending {
      pending = nil
      return block
    }
    while let segment = segments.first {
      let (bytes, isAtEnd) = read(segment)
      if isAtEnd {
        segments.removeFirst()
        position = segments.first?.range.lowerBound ?? 0
      }
      if let block = block(of: bytes, isAtEnd) { return block }
    }
    return nil
  }

  /// The rest, and as much of the file behind it as has room.
  private mutating func read(
    _ segment: LogWindow.Segment
  ) -> (bytes: [UInt8], isAtEnd: Bool) {
    let wanted = min(LogBlock.capacity - rest.count, segment.range.upperBound - position)
    var error: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: rest.count + wanted) { buffer, count in
      _ = buffer.update(fromContentsOf: rest)
      count = rest.count
      let room = UnsafeMutableRawBufferPointer(
        rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
      do throws(SystemError) {
        count += try segment.file.read(into: room, at: position)
      } catch let failure {
        error = failure
      }
    }
    let count = bytes.count - rest.count
    rest = []
    position += count
    bytesRead += count
    if count < wanted { note(error, segment.number) }
    return (bytes, count < wanted || position == segment.range.upperBound)
  }

  private mutating func note(_ error: SystemError?, _ number: Int) {
    let text = error?.text ?? "the file became shorter while it was read"
    problems.append(
      LogFiles.Problem(
        reason: .unreadable, number: number,
        detail: LogFiles.Problem.detail(text, ofFile: number)))
  }

  /// The lines in what was read; `nil` where there is nothing whole yet.
  private mutating func block(of bytes: [UInt8], _ isAtEnd: Bool) -> LogBlock? {
    if longLine != nil { return endOfLongLine(bytes, isAtEnd) }
    if isAtEnd { return bytes.isEmpty ? nil : LogBlock(bytes: bytes) }
    guard let last = bytes.lastIndex(of: UInt8(ascii: "\n")) else {
      if bytes.count < LogBlock.capacity {
        rest = bytes
      } else {
        longLine = (bytes.count, Array(bytes.prefix(LogBlock.headLength)))
      }
      return nil
    }
    rest = Array(bytes[(last + 1)...])
    return LogBlock(bytes: Array(bytes[...last]))
  }

  private mutating func endOfLongLine(_ bytes: [UInt8], _ isAtEnd: Bool) -> LogBlock? {
    guard let line = longLine else { return nil }
    let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    let total = line.bytes + (end.map { $0 + 1 } ?? bytes.count)
    guard end != nil || isAtEnd else {
      longLine = (total, line.head)
      return nil
    }
    longLine = nil
    let behind = end.map { Array(bytes[($0 + 1)...]) } ?? []
    if isAtEnd {
      pending = behind.isEmpty ? nil : LogBlock(bytes: behind)
    } else {
      rest = behind
    }
    return LogBlock(
      bytes: line.head, longLine: LogBlock.LongLine(bytes: total, hasLineFeed: end != nil))
  }
}
