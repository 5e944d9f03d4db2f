extension RuleRegistry {
  static let operatorMessageAction = Rule(
    id: "operator-message-action", severity: .warning,
    summary: "An operator message says what to look at next.",
    rationale: """
      It is read at night, by somebody who did not write the code. Whether a text says so cannot \
      be decided for certain; the rule looks for one of `style.operator_action_words`, such as \
      inspect or verify, and is silent where that list is empty.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained.
      """,
    goodExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    allowsExceptions: true
  ) { context in
    let list = WordList(context.catalog.style.operatorActionWords)
    guard !list.isEmpty else { return [] }
    return context.liveErrors.compactMap { error in
      guard !error.operatorMessage.isEmpty, list.firstMatch(in: error.operatorMessage) == nil
      else { return nil }
      return Finding(
        "the operator message names no next action", at: error.range(of: "operator"),
        entry: error.info, fix: "\(error.operatorMessage.trimmedOfStop); inspect …")
    }
  }
}

extension String {
  /// The text without a full stop at its end, shortened for a message.
  fileprivate var trimmedOfStop: String {
    String(hasSuffix(".") ? dropLast() : self[...]).shortened
  }
}
