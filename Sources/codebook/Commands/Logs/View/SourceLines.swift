#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import LogInput
internal import LogViewer

/// The lines of one log that are shown, a block at a time.
final class SourceLines {
  let name: String
  private(set) var failures: [LogInputError] = []
  private var reader: LogReader
  private var finder: EntryFinder
  private let number: Int
  /// Whether lines come while they are read.
  let isLive: Bool

  init(_ source: LogSource, number: Int, _ filter: RecordFilter, timestamp: String) {
    name = source.name
    self.number = number
    reader = LogReader([source])
    finder = EntryFinder(filter, timestamp: timestamp)
    isLive = source.files.contains { !Self.isFile($0) }
  }

  /// Whether its lines are not in the order of time.
  var isUnsorted: Bool { finder.isUnsorted }

  /// What a person is told of fields that no record had.
  var hints: [String] { finder.hints }

  /// What is found in the next block; `nil` at the end.
  func next() -> [LogEntry]? {
    while let reading = reader.next() {
      switch reading {
      case .failed(_, let error): failures.append(error)
      case .lines(var block, _):
        block.source = number
        return entries(of: block)
      }
    }
    return nil
  }

  /// What is found in a block.
  func entries(of block: LineBlock) -> [LogEntry] {
    var entries: [LogEntry] = []
    finder.find(in: block) { entries.append($0) }
    return entries
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    let isThere = path == "-" ? fstat(STDIN_FILENO, &status) == 0 : stat(path, &status) == 0
    return !isThere || status.st_mode & 0o170000 == 0o100000
  }
}
