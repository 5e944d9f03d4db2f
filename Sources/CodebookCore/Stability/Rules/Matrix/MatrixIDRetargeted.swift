extension RuleRegistry {
  static let matrixIDRetargeted = Rule.change(
    "matrix-id-retargeted", breaks: [.lifecycle],
    summary: "A scenario stays the same scenario.",
    rationale: """
      Tests and runbooks are named after its ID, and would be about something else.
      """,
    published: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
      """,
    bad: """
      matrix:
        RR-01: {scenario: The clock jumps, preconditions: Nothing, expected: A warning, evidence: Logs}
      """,
    good: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
      """
  ) {
    $0.alterations(.scenario) {
      $0.facet == "scenario"
    } message: { change, facet in
      "`\(change.key.id)` was about something else: \(facet.old?.shown ?? "")"
    }
  }
}
