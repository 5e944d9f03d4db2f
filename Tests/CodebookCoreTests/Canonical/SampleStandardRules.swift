import CodebookCore

/// A few rules in the place of those that Codebook ships, which change more often.
enum SampleStandardRules {
  static let text = """
    safe_keys: [token_count]
    rules:
      shipped-name:
        description: Passwords by their names.
        kind: key
        names: [password]
        examples: {match: ["password=<alnum:12>"], clean: [password policy]}
      shipped-token:
        description: Tokens.
        kind: value
        anchors: [tok_]
        pattern: "[a-z]{8}"
        examples: {match: ["tok_<lower:8>"], clean: [tok_a]}

    """

  static let rules = StandardRulesFile.read(
    SourceText(name: "redaction/standard.yaml", text: text)
  ).rules
}
