package import CodebookCore
package import LogInput

/// What a check of logs comes to.
package struct LogCheckResult: Sendable {
  /// In the order of their first findings.
  package var groups: [FindingGroup] = []
  /// How many findings of each severity there are, also those that are in no group.
  package var counts: [Severity: Int] = [:]
  /// How many findings are in no group, since there are too many groups.
  package var ungrouped = 0
  /// JSON objects that were checked.
  package var records = 0
  /// Lines that were checked.
  package var lines = 0
  /// Their bytes, unpacked, with line feeds.
  package var bytes = 0
  /// Files that could not be read, or not to their end.
  package var failures: [LogInputError] = []
  /// Whether checking was ended before the end of the logs.
  package var isInterrupted = false
  /// What was counted, findings included; `nil` unless that was asked for.
  package var summary: LogSummary?

  package init() {}
}

/// Sees what a check comes to while it goes on, in the order of the logs.
package struct LogCheckObserver: Sendable {
  /// A group of which the first finding was met.
  package var found: @Sendable (FindingGroup) -> Void
  /// A file that could not be read, or not to its end.
  package var failed: @Sendable (LogInputError) -> Void
  /// How many bytes were taken from files, packed as they are there.
  package var progressed: @Sendable (_ bytesRead: Int) -> Void

  package init(
    found: @escaping @Sendable (FindingGroup) -> Void = { _ in },
    failed: @escaping @Sendable (LogInputError) -> Void = { _ in },
    progressed: @escaping @Sendable (_ bytesRead: Int) -> Void = { _ in }
  ) {
    self.found = found
    self.failed = failed
    self.progressed = progressed
  }
}
