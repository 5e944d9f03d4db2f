/// What of a log's files is read: of its end, as many whole lines as have so many bytes at most.
struct LogWindow: Sendable {
  /// A stretch of a file that begins with a line.
  struct Segment: Sendable {
    let file: OpenFile
    let range: Range<Int>
    /// Which file of the log it is.
    let number: Int
  }

  /// The oldest first.
  private(set) var segments: [Segment] = []
  /// Bytes in front of them.
  private(set) var skippedBytes = 0
  private(set) var problems: [LogFiles.Problem] = []

  /// - Parameters:
  ///   - files: The youngest first.
  ///   - maximumBytes: How many bytes the lines have at most, as they stand in the files.
  ///   - checkpoint: Is called now and then, and may end it.
  init(
    _ files: [LogFiles.File], maximumBytes: Int, checkpoint: () throws(BundleError) -> Void
  ) throws(BundleError) {
    var left = maximumBytes
    var isFull = false
    for file in files {
      if isFull {
        skippedBytes += file.size
        continue
      }
      isFull = file.size > left
      let start = isFull ? try lineStart(in: file, from: file.size - left, checkpoint) : 0
      skippedBytes += start
      left -= file.size - start
      if start < file.size {
        segments.insert(
          Segment(file: file.file, range: start..<file.size, number: file.number), at: 0)
      }
    }
  }

  /// Where the first line begins that begins at an offset or behind it; the end where none does.
  private mutating func lineStart(
    in file: LogFiles.File, from offset: Int, _ checkpoint: () throws(BundleError) -> Void
  ) throws(BundleError) -> Int {
    var position = offset - 1
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while position < file.size {
      try checkpoint()
      let count = min(buffer.count, file.size - position)
      do throws(SystemError) {
        let read = try file.file.read(into: &buffer, count: count, at: position)
        if read == 0 { return file.size }
        if let found = buffer[..<read].firstIndex(of: UInt8(ascii: "\n")) {
          return position + found + 1
        }
        position += read
      } catch {
        problems.append(
          LogFiles.Problem(
            reason: .unreadable, number: file.number,
            detail: LogFiles.Problem.detail(error.text, ofFile: file.number)))
        return file.size
      }
    }
    return file.size
  }
}
