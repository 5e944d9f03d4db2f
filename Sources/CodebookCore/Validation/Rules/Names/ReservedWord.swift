extension RuleRegistry {
  static let reservedWord = Rule(
    id: "reserved-word",
    summary: "No ID becomes a word that a generated language keeps for itself.",
    rationale: """
      The output would not compile, or would mean something else: `.none` is no level where a \
      level is optional.
      """,
    badExample: """
      scopes:
        default: {description: Everything else.}
      """,
    goodExample: """
      scopes:
        other: {description: Everything else.}
      """
  ) { context in
    context.symbols.flatMap { table -> [Finding] in
      guard !table.reserved.isEmpty else { return [] }
      return table.symbols.filter { table.reserved.contains($0.name) }.map { symbol in
        Finding(
          "`\(symbol.id.shortened)` becomes `\(symbol.name)`, a reserved word among the \(table.scope)",
          at: symbol.range, entry: symbol.entry, fix: "give it another name")
      }
    }
  }
}
