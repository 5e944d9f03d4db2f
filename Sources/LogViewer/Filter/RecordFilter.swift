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

  /// Whether a place in time is one that is asked for; one that is not known is not, where any is.
  func contains(_ time: Int64) -> Bool {
    if let since, time < since { return false }
    if let until, time > until { return false }
    return true
  }

  /// Bytes of which one must stand in a line as it is, or an escape of a letter, for a record to be
  /// shown; `nil` where that cannot be said.
  var needles: [[UInt8]]? {
    for condition in conditions {
      switch condition.test {
      case .isOne(let patterns):
        let exact = patterns.compactMap(\.exact)
        if exact.count == patterns.count, exact.allSatisfy(Self.isPlain) { return exact }
      case .begins(let beginnings):
        if beginnings.allSatisfy(Self.isPlain) { return beginnings }
      case .compares: break
      }
    }
    let literals = searches.compactMap(\.literal)
    let isUsable = !literals.isEmpty && literals.count == searches.count
    return isUsable && literals.allSatisfy(Self.isPlain) ? literals : nil
  }

  /// Whether a text, unless its letters are escaped by their numbers, stands in JSON as it is.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    !text.isEmpty
      && text.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"\\/".utf8.contains($0) }
  }
}
