extension RuleRegistry {
  static let matrixRowChanged = Rule.change(
    "matrix-row-changed", severity: .warning, breaks: [.message], bump: .minor,
    summary: "What a scenario expects changes on purpose only.",
    rationale: """
      Its tests and its runbook step may have to follow. The change is looked at once and \
      accepted; events, codes and scopes that it names are only told of.
      """,
    published: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
      """,
    bad: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: An error, evidence: Logs}
      """,
    good: """
      matrix:
        RR-01: {scenario: The disk is full, preconditions: Nothing, expected: A warning, evidence: Logs}
      """
  ) { comparison in
    comparison.alterations(.scenario) {
      $0.isColumn
    } message: { change, facet in
      "what `\(change.key.id)` says as \(facet.facet) changed"
    }
      + comparison.alterations(.scenario) {
        $0.isLink
      } message: { change, facet in
        "`\(change.key.id)` names other \(facet.parts[0])"
      }.map { finding in
        var finding = finding
        finding.severity = .note
        return finding
      }
  }
}

extension FacetChange {
  /// Whether it is a column of the matrix, other than the scenario itself.
  var isColumn: Bool { ["preconditions", "expected", "evidence"].contains(facet) }

  /// Whether it is an entry that a scenario names.
  var isLink: Bool { parts.count > 1 && ["errors", "events", "scopes"].contains(parts[0]) }
}
