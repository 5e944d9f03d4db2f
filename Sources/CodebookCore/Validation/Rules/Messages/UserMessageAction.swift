extension RuleRegistry {
  static let userMessageAction = Rule(
    id: "user-message-action", severity: .warning,
    summary: "A user message says what to do, or what happens next.",
    rationale: """
      A failure without a way on leaves people guessing. Whether a text says so cannot be decided \
      for certain; the rule looks for one of `style.user_action_words`, such as please, retrying \
      or reconnect, and is silent where that list is empty.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: The database is busy.
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
    let list = WordList(context.catalog.style.userActionWords)
    guard !list.isEmpty else { return [] }
    return context.liveErrors.compactMap { error in
      guard !error.userMessage.isEmpty, list.firstMatch(in: error.userMessage) == nil else {
        return nil
      }
      return Finding(
        "the user message does not say what to do or what happens next",
        at: error.range(of: "user"), entry: error.info,
        fix: "add it, such as “Please try again.” or “Retrying automatically.”; a text that must "
          + "stay gets `allow: {user-message-action: the reason}`")
    }
  }
}
