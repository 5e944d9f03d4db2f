extension RuleRegistry {
  static let redactionExampleMissed = Rule(
    id: "redaction-example-missed",
    summary: "A redaction rule finds the secrets of its own examples.",
    rationale: """
      The examples are tried with all rules together, as engines do. A rule that misses its own \
      example, or leaves five characters of it, would let the real secret be written.
      """,
    badExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[A-Z]{20}'
            examples: {match: ["acme_<lower:20>"], clean: [acme_corp]}
      """,
    goodExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[a-z]{20}'
            examples: {match: ["acme_<lower:20>"], clean: [acme_corp]}
      """
  ) { context in
    context.redactionTrial.missed.map { finding($0, fix: "mend the rule, or the example") }
  }

  static let redactionExampleCaught = Rule(
    id: "redaction-example-caught",
    summary: "A redaction rule's clean examples come through all rules unchanged.",
    rationale: """
      What is found without need is missing when somebody reads the log, and people who miss \
      things switch rules off.
      """,
    badExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[a-z]{4}'
            examples: {match: ["acme_<lower:4>"], clean: [acme_corp]}
      """,
    goodExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[a-z]{20}'
            examples: {match: ["acme_<lower:20>"], clean: [acme_corp]}
      """
  ) { context in
    context.redactionTrial.caught.map { finding($0, fix: "mend the rule, or disable it") }
  }

  private static func finding(_ outcome: RedactionTrial.Outcome, fix: String) -> Finding {
    Finding(outcome.message, at: outcome.range, entry: outcome.rule.info, fix: fix)
  }
}
