/// Which records are shown: those for which all of it holds.
package struct RecordFilter: Sendable {
  package var conditions: [FieldCondition] = []
  /// Texts of which one must be in the line.
  package var searches: [TextSearch] = []
  /// Milliseconds since 1970-01-01T00:00:00Z from which on lines are shown.
  package var since: Int64?
  /// Milliseconds since 1970-01-01T00:00:00Z up to which lines are shown.
  package var until: Int64?

  package init() {}

  /// Whether everything is shown.
  package var isEmpty: Bool {
    conditions.isEmpty && searches.isEmpty && since == nil && until == nil
  }

  var hasTimes: Bool { since != nil || until != nil }

  /// Whether a place in time is one that is asked for; one that is not known is not, where any is.
  func contains(_ time: Int64) -> Bool {
    if let since, time < since { return false }
    if let until, time > until { return false }
    return true
  }
}
