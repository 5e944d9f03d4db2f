extension RuleRegistry {
  static let misleadingText = Rule(
    id: "misleading-text", severity: .warning,
    summary: "No message has characters that hide or that turn the reading direction.",
    rationale: """
      With bidirectional controls and zero-width characters a text can look like another, in a \
      review as in the product.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: "The database is \\u202Eysub\\u202C. Please try again."
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
    let errors = context.catalog.errors.flatMap { error in
      hidden(error.userMessage, error, "user") + hidden(error.operatorMessage, error, "operator")
    }
    return errors
      + context.catalog.events.flatMap { hidden($0.message ?? "", $0, "message") }
  }

  private static func hidden(_ text: String, _ entry: some Entry, _ key: String) -> [Finding] {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }),
      let scalar = text.unicodeScalars.first(where: isHidden)
    else { return [] }
    let code = String(scalar.value, radix: 16, uppercase: true)
    return [
      Finding(
        "the text has the invisible character U+\(code)", at: entry.range(of: key),
        entry: entry.info, fix: "remove it; a language that needs it gets an exception")
    ]
  }

  /// Format characters, but the joiners that emoji and some scripts are written with.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format && !(0x200C...0x200D).contains(scalar.value)
  }
}
