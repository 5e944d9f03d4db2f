internal import CodebookLogs

/// What a check is told of counting.
struct CoverageRequest: Sendable {
  /// Whether coverage is printed.
  var isShown = false
  /// What must all have been seen.
  var kinds: [CoverageKind] = []
  /// The file that takes the summary; `nil` where nobody wants it.
  var summary: String?

  /// Whether anything is to be counted.
  var counts: Bool { isShown || !kinds.isEmpty || summary != nil }
}
