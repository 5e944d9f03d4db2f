extension RuleRegistry {
  static let matrixIDReused = Rule.change(
    "matrix-id-reused", breaks: [.lifecycle], isFinal: true,
    summary: "A scenario's ID is never used again.",
    rationale: """
      Old test reports would seem to be about the new scenario. Nothing can let this pass.
      """,
    published: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
        RR-02: {stability: retired, scenario: The network is down, preconditions: Nothing, expected: A retry, evidence: Logs}
      """,
    bad: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
        RR-02: {scenario: The clock jumps, preconditions: Nothing, expected: A warning, evidence: Logs}
      """,
    good: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
        RR-02: {stability: retired, scenario: The network is down, preconditions: Nothing, expected: A retry, evidence: Logs}
        RR-03: {scenario: The clock jumps, preconditions: Nothing, expected: A warning, evidence: Logs}
      """
  ) { $0.reuses(.scenario) }
}
