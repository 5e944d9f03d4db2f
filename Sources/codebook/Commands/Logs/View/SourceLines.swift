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
  /// Whether lines come while they are read.
  let isLive: Bool
  /// What went wrong while it was read.
  private(set) var failures: [LogInputError] = []
  /// What became of a file that is followed.
  private(set) var news: [String] = []

  private let number: Int
  private var reader: LogReader
  private var followed: FollowedFile?
  private var finder: EntryFinder

  /// - Parameter follows: Whether what is written later is shown, too: to the youngest file of a
  ///   rotated set.
  init(
    _ source: LogSource, number: Int, _ filter: RecordFilter, timestamps: [String], follows: Bool,
    limits: LineLimits
  ) {
    name = source.name
    self.number = number
    finder = EntryFinder(filter, timestamps: timestamps)
    isLive = source.files.contains { !Self.isFile($0) }
    if follows, source.name != "-" {
      reader = LogReader(
        [LogSource(name: source.name, files: source.files.dropLast())], limits: limits)
      followed = FollowedFile(source.name, source: number, limits: limits)
    } else {
      reader = LogReader([source], limits: limits)
    }
  }

  /// Whether its lines are not in the order of time.
  var isUnsorted: Bool { finder.isUnsorted }

  /// The conditions of which no record had the field.
  var unseen: [FieldCondition] { finder.unseen }

  /// What is found in the next block; `nil` where there is nothing more, or, in a file that is
  /// followed, nothing more for now.
  func next() -> [LogEntry]? {
    while let reading = reader.next() {
      switch reading {
      case .failed(_, let error): failures.append(error)
      case .lines(let block, _): return entries(of: block)
      }
    }
    while let reading = followed?.poll() {
      switch reading {
      case .lines(let block): return entries(of: block)
      case .truncated: news.append("\(name) was cut and is read from its beginning")
      case .replaced: news.append("\(name) is another file now")
      case .missing: news.append("\(name) is not there yet")
      case .failed(let error):
        news.append(error.description + (error.fix.map { "; \($0)" } ?? ""))
      }
    }
    return nil
  }

  /// What became of a file that is followed since this was asked the last time.
  func takeNews() -> [String] {
    defer { news = [] }
    return news
  }

  private func entries(of block: LineBlock) -> [LogEntry] {
    var block = block
    block.source = number
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
