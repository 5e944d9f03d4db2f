internal import CodebookCore
internal import CodebookRuntime
internal import LogInput
internal import Redaction
internal import Synchronization

/// Puts together what the threads of a check counted.
final class LogCounting: Sendable {
  /// What each thread begins with.
  let counter: RecordCounter
  private let total: Mutex<LogSummary>

  init(_ catalog: LogCatalog) {
    let names = CountedNames(catalog)
    let description = catalog.description
    counter = RecordCounter(names, description, Redactor(description.redaction))
    total = Mutex(LogSummary(names))
  }

  func add(_ summary: LogSummary) { total.withLock { $0.add(summary) } }

  /// All that was counted, with what was found.
  func summary(with result: LogCheckResult, _ files: [LogReader.File]) -> LogSummary {
    total.withLock { total in
      var summary = total
      summary.findings.add(result.groups.lazy.map { Self.counted($0, files) })
      for (severity, count) in result.counts {
        let grouped = result.groups.reduce(0) { $1.severity == severity ? $0 + $1.count : $0 }
        summary.findings.add(others: count - grouped, severity)
      }
      return summary
    }
  }

  private static func counted(
    _ group: FindingGroup, _ files: [LogReader.File]
  ) -> (FindingCounts.Kind, FindingCounts.Group) {
    func place(_ place: LinePlace) -> FindingCounts.Place {
      let path = files[place.file].path
      return FindingCounts.Place(
        source: path == "-" ? "<stdin>" : path, line: place.line, column: place.column)
    }
    let (first, last) = (place(group.first), place(group.last))
    return (
      FindingCounts.Kind(severity: group.severity, rule: group.rule, message: group.message),
      FindingCounts.Group(count: group.count, first: min(first, last), last: max(first, last))
    )
  }
}
