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
    SymbolTable.all(of: context.catalog).flatMap { table -> [Finding] in
      var first: [String: (id: String, range: SourceRange)] = [:]
      return table.symbols.compactMap { symbol in
        guard let earlier = first[symbol.symbol] else {
          first[symbol.symbol] = (symbol.id, symbol.range)
          return nil
        }
        // The same ID twice is a duplicate key, and reported as such.
        guard earlier.id != symbol.id else { return nil }
        return Finding(
          "`\(symbol.id)` and `\(earlier.id)` are both `\(symbol.symbol)` among the \(table.scope)",
          at: symbol.range, entry: symbol.entry, notes: [("the other one", earlier.range)],
          fix: "rename one of the two")
      }
    }
  }
}
