extension RuleRegistry {
  static let matrixRowAdded = Rule.change(
    "matrix-row-added", severity: .note, breaks: [.lifecycle], bump: .minor,
    summary: "A new scenario is told of in the changelog.",
    rationale: """
      It breaks nothing.
      """,
    published: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
      """,
    bad: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
        RR-02: {scenario: The network is down, preconditions: Nothing, expected: A retry, evidence: Logs}
      """,
    good: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
      """
  ) { $0.additions(.scenario) }
}
