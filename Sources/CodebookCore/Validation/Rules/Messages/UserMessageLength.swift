extension RuleRegistry {
  static let userMessageLength = Rule(
    id: "user-message-length", severity: .warning,
    summary: "A user message is no longer than `style.user_max_length`, 80 characters by default.",
    rationale: """
      It shows in a banner or beside a button, to somebody who wanted to do something else.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: The database that keeps what you enter is busy with other work at this very \
      moment. Please try again.
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
    let limit = context.catalog.style.userMaxLength
    return context.liveErrors.compactMap { error in
      guard error.userMessage.utf8.count > limit, error.userMessage.count > limit else {
        return nil
      }
      return Finding(
        "the user message has \(error.userMessage.count) characters; \(limit) are enough",
        at: error.range(of: "user"), entry: error.info,
        fix: "say what happened and what to do; the rest is for the operator message")
    }
  }
}
