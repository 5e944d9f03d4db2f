/// What comes of reading logs.
package enum LogReading: Sendable {
  /// - Parameter isStream: Whether they come through a pipe, say, and from no file.
  case lines(LineBlock, isStream: Bool)
  /// A file that could not be read, or not to its end; the others go on.
  case failed(file: Int, LogInputError)
}

/// Reads logs one behind the other.
package struct LogReader {
  /// A file of a source, in the order in which it is read.
  package struct File: Sendable, Hashable {
    package let source: Int
    package let path: String
  }

  package let files: [File]
  private let limits: LineLimits
  private let interrupt: ReadInterrupt?
  private var nextFile = 0
  private var reader: LineReader?
  /// Bytes of files that were read to their end.
  private var bytesBefore = 0

  /// - Parameter interrupt: What ends reading early.
  package init(
    _ sources: [LogSource], limits: LineLimits = LineLimits(), interrupt: ReadInterrupt? = nil
  ) {
    files = sources.enumerated().flatMap { number, source in
      source.files.map { File(source: number, path: $0) }
    }
    self.limits = limits
    self.interrupt = interrupt
  }

  /// How many bytes were taken from the files, packed as they are there.
  package var bytesRead: Int { bytesBefore + (reader?.position ?? 0) }

  /// The next block, or what went wrong; `nil` at the end, or where reading was interrupted.
  package mutating func next() -> LogReading? {
    while interrupt?.isRaised != true {
      guard reader != nil || nextFile < files.count else { return nil }
      do throws(LogInputError) {
        if let block = try nextBlock() { return .lines(block, isStream: reader?.isStream ?? false) }
        finish()
      } catch {
        let file = reader?.file ?? nextFile
        finish()
        return .failed(file: file, error)
      }
    }
    return nil
  }

  /// The next block of the file that is read, which is opened if it is not yet.
  private mutating func nextBlock() throws(LogInputError) -> LineBlock? {
    if reader == nil {
      let stream = try OpenedLog.stream(files[nextFile].path, interrupt: interrupt)
      reader = LineReader(
        stream, source: files[nextFile].source, file: nextFile, limits: limits,
        interrupt: interrupt)
    }
    return try reader?.next()
  }

  private mutating func finish() {
    bytesBefore = bytesRead
    reader = nil
    nextFile += 1
  }
}
