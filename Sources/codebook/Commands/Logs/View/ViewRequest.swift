internal import CodebookLogs
internal import LogViewer
internal import Redaction

/// What is shown of which logs, and how.
struct ViewRequest {
  var files: [String]
  var catalog: LogCatalog?
  /// What is not shown, wherever it stands.
  var rules: RedactionTables?
  var filter = RecordFilter()
  var options = ViewOptions()
  /// The first records that are shown; all where there is none.
  var limit: Int?
  /// The last records that are shown; all where there is none.
  var tail: Int?
  var follows = false
  /// Whether lines are written as they are.
  var isRaw = false
  /// Whether lines that are written as they are go to a terminal.
  var isSafe = false
  var usesPager = false
  var isQuiet = false
  /// What may be wrong with the filters where nothing is shown.
  var hints: [String] = []
}
