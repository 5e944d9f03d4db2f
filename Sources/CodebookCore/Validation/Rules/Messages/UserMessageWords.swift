extension RuleRegistry {
  static let userMessageWords = Rule(
    id: "user-message-words", severity: .warning,
    summary: "A user message has none of `style.user_forbidden_words`.",
    rationale: """
      Words such as socket, exception or token mean nothing to most people, and some tell a \
      stranger more than they should. Capitals count only for abbreviations such as API.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: SQL exception. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    goodExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    allowsExceptions: true
  ) { context in
    let list = WordList(context.catalog.style.userForbiddenWords)
    guard !list.isEmpty else { return [] }
    return context.liveErrors.flatMap { error in
      list.matches(in: error.userMessage).map { word in
        Finding(
          "`\(String(word.text).shortened)` is a word that users are spared",
          at: error.info.node.value("user")?.range(of: word.characters) ?? error.info.idRange,
          entry: error.info, fix: "say it in everyday words, or not at all")
      }
    }
  }
}
