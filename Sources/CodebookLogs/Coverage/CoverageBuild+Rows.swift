/// A row of the matrix was lived through, as far as logs can tell, if
///
/// - each of its events was seen, where it has scopes in a record without one or with one of them,
/// - and each of its scopes was seen, in a record of any event.
///
/// A row without events is one of whose error codes any was seen; one without these, too, is no
/// matter for logs.
extension CoverageBuild {
  var rows: [LogCoverage.Item] {
    catalog.rows.map { row in
      let signs = signs(of: row)
      let missing = signs.filter { !$0.isSeen }.map(\.text)
      guard !signs.isEmpty else {
        return LogCoverage.Item(
          name: row.id, count: 0, state: .exempt,
          remark: "it has neither events nor error codes that a log could show")
      }
      return LogCoverage.Item(
        name: row.id, count: signs.count - missing.count, state: missing.isEmpty ? .seen : .never,
        remark: missing.isEmpty ? nil : "no " + missing.joined(separator: ", "))
    }
  }

  /// Something that has to be seen, and what it is called.
  private struct Sign {
    let text: String
    let isSeen: Bool
  }

  private func signs(of row: LogCatalog.Row) -> [Sign] {
    let events = row.events.filter { catalog.partings[LogCatalog.Name(.event, $0)] == nil }
    guard !events.isEmpty else { return codes(of: row) }
    let scopes = row.scopes.filter { catalog.partings[LogCatalog.Name(.scope, $0)] == nil }
    return events.map { event in
      Sign(
        text: scopes.isEmpty ? "`\(event)`" : "`\(event)` in its scopes",
        isSeen: isSeen(event, in: scopes))
    }
      + scopes.map { scope in
        let index = index(of: scope, .scopes)
        return Sign(
          text: "scope `\(scope)`", isSeen: index.map { summary.count(.scopes, $0) > 0 } ?? false)
      }
  }

  /// A row may surface its codes: any of them is a sign.
  private func codes(of row: LogCatalog.Row) -> [Sign] {
    let codes = row.errors.filter { catalog.partings[LogCatalog.Name(.errorCode, $0)] == nil }
    guard !codes.isEmpty else { return [] }
    let isSeen = codes.contains { code in
      index(of: code, .codes).map { summary.count(.codes, $0) > 0 } ?? false
    }
    let names = codes.map { "`\($0)`" }.joined(separator: " or ")
    return [Sign(text: names, isSeen: isSeen)]
  }

  /// Whether an event was seen in one of some scopes, or in none that the catalog has.
  private func isSeen(_ event: String, in scopes: [String]) -> Bool {
    guard let event = index(of: event, .events) else { return false }
    let all = summary.count(.events, event)
    guard !scopes.isEmpty else { return all > 0 }
    let elsewhere = summary.names.names(.scopes).enumerated()
      .filter { !scopes.contains($0.element) }
      .reduce(0) { $0 + summary.count(event: Int(event), scope: $1.offset) }
    return all > elsewhere
  }

  private func index(of name: String, _ kind: CountedNames.Kind) -> Int16? {
    summary.names.names(kind).firstIndex(of: name).map { Int16(clamping: $0) }
  }
}
