extension RuleRegistry {
  static let matrixIDRemoved = Rule.change(
    "matrix-id-removed", breaks: [.lifecycle],
    summary: "A scenario stays, at least as a tombstone.",
    rationale: """
      Tests and runbooks are named after its ID.
      """,
    published: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
        RR-02: {scenario: The network is down, preconditions: Nothing, expected: A retry, evidence: Logs}
      """,
    bad: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
      """,
    good: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
        RR-02: {stability: deprecated, scenario: The network is down, preconditions: Nothing, expected: A retry, evidence: Logs}
      """
  ) { $0.removals(.scenario) + $0.renamings(.scenario) }
}
