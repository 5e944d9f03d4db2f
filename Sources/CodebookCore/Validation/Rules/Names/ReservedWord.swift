extension RuleRegistry {
  static let reservedWord = Rule(
    id: "reserved-word",
    summary: "No ID becomes a word that a generated language keeps for itself.",
    rationale: "The output would not compile, or could be used with quotes around each name only.",
    badExample: """
      scopes:
        default: {description: Everything else.}
      """,
    goodExample: """
      scopes:
        other: {description: Everything else.}
      """
  ) { context in
    SymbolTable.all(of: context.catalog).flatMap { table in
      table.symbols.filter { table.reserved.contains($0.symbol) }.map { symbol in
        Finding(
          "`\(symbol.id)` becomes `\(symbol.symbol)`, a reserved word among the \(table.scope)",
          at: symbol.range, entry: symbol.entry, fix: "give it another name")
      }
    }
  }
}
