extension RuleRegistry {
  static let userMessageSentence = Rule(
    id: "user-message-sentence",
    summary: "A user message is one or more whole sentences on one line.",
    rationale: """
      Messages stand in dialogs and banners as they are, beside the code. What begins small, ends \
      without a stop or has a line break looks broken there.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: database busy, please try again
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
    context.liveErrors.compactMap { error in
      guard let problem = problem(of: error.userMessage) else { return nil }
      return Finding(
        "the user message \(problem.what)", at: error.range(of: "user"), entry: error.info,
        fix: problem.fix)
    }
  }

  private static let ends: Set<Unicode.Scalar> = [".", "!", "?", "…", "。", "！", "？", "।", "؟"]

  /// What may stand behind the stop: “Choose “Sign in.””
  private static let closers: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "」", "）"]

  private static let lineBreaks: Set<Unicode.Scalar> = [
    "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}",
  ]

  private static func problem(of text: String) -> (what: String, fix: String)? {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return nil }
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
    if !isPlain, scalars.contains(where: lineBreaks.contains) {
      return ("has a line break", "write it on one line")
    }
    if first.properties.isWhitespace || last.properties.isWhitespace {
      return ("begins or ends with white space", "remove it")
    }
    if text.utf8.contains(UInt8(ascii: " ")), hasDoubleSpace(text) {
      return ("has two spaces in a row", "write one")
    }
    if first.properties.isLowercase { return ("begins with a small letter", "begin a sentence") }
    let end = scalars.last { !closers.contains($0) }
    guard end.map(ends.contains) != true else { return nil }
    return ("does not end as a sentence", "\(text.shortened).")
  }

  private static func hasDoubleSpace(_ text: String) -> Bool {
    var wasSpace = false
    for byte in text.utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace && wasSpace { return true }
      wasSpace = isSpace
    }
    return false
  }
}
