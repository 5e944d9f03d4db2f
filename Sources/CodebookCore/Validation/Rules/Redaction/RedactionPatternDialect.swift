internal import Redaction

extension RuleRegistry {
  static let redactionPatternDialect = Rule(
    id: "redaction-pattern-dialect",
    summary: "A redaction rule's patterns are in the dialect that means the same everywhere.",
    rationale: """
      Engines differ in what `\\d`, `.` or `$` stand for, in letter case and in what they count as \
      a character. Bytes, explicit classes, groups, alternation and repeats with an end are the \
      same in all of them, and a secret that one process hides is hidden in the other.
      """,
    badExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '\\w+'
            examples: {match: ["acme_<alnum:20>"], clean: [acme_corp]}
      """,
    goodExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[A-Za-z0-9]{16}'
            rest: '[A-Za-z0-9]'
            examples: {match: ["acme_<alnum:20>"], clean: [acme_corp]}
      """
  ) { PatternFaults.findings(.dialect, in: $0) }

  static let redactionPatternBacktracks = Rule(
    id: "redaction-pattern-backtracks",
    summary: "A redaction rule's pattern can be taken in one pass.",
    rationale: """
      Where a repeat could go on or end, or two branches can begin with the same byte, an engine \
      tries one and comes back for the other. Texts exist for which that takes for ever, and two \
      engines may choose differently.
      """,
    badExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[a-z0-9]{8,20}[0-9]{4}'
            examples: {match: ["acme_<lower:12><digits:4>"], clean: [acme_corp]}
      """,
    goodExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[a-z0-9]{12}'
            rest: '[a-z0-9]'
            examples: {match: ["acme_<lower:12><digits:4>"], clean: [acme_corp]}
      """
  ) { PatternFaults.findings(.backtracks, in: $0) }
}
