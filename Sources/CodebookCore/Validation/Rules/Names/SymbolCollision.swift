extension RuleRegistry {
  static let symbolCollision = Rule(
    id: "symbol-collision",
    summary: "No two IDs give one name in a generated language.",
    rationale: """
      IDs are written in the style of each language: `ws.data` and `ws_data` would both become \
      `wsData`, and the output would not compile.
      """,
    badExample: """
      scopes:
        ws.data: {description: The stream.}
        ws_data: {description: The stream.}
      """,
    goodExample: """
      scopes:
        ws.data: {description: The stream.}
      """
  ) { context in
    context.symbols.flatMap { table -> [Finding] in
      guard table.symbols.count > 1 else { return [] }
      var first: [String: Int] = [:]
      first.reserveCapacity(table.symbols.count)
      return table.symbols.enumerated().compactMap { place, symbol in
        guard let earlier = first[symbol.name].map({ table.symbols[$0] }) else {
          first[symbol.name] = place
          return nil
        }
        // The same ID twice is a duplicate key, and reported as such.
        guard earlier.id != symbol.id else { return nil }
        return Finding(
          "`\(symbol.id.shortened)` and `\(earlier.id.shortened)` are both "
            + "`\(symbol.name.shortened)` among the \(table.scope)",
          at: symbol.range, entry: symbol.entry, notes: [("the other one", earlier.range)],
          fix: "rename one of the two")
      }
    }
  }
}
