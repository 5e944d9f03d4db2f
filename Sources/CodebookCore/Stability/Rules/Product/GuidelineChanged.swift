extension RuleRegistry {
  static let guidelineChanged = Rule.change(
    "guideline-changed", severity: .warning, breaks: [.message], bump: .patch,
    summary: "The rules that people keep change on purpose only.",
    rationale: """
      They are promises that no tool holds anybody to. The change is looked at once and \
      accepted; a new one is only told of.
      """,
    published: """
      guidelines:
        records:
          language: Records are in English.
      """,
    bad: """
      guidelines:
        records:
          language: Records are in German.
      """,
    good: """
      guidelines:
        records:
          language: Records are in English.
      """
  ) { comparison in
    comparison.alterations(.guideline) {
      $0.facet == "text"
    } message: { change, _ in
      "the rule `\(change.key.id)` has other words"
    } + comparison.removals(.guideline, advice: "put the rule back")
      + comparison.additions(.guideline).map { finding in
        var finding = finding
        finding.severity = .note
        return finding
      }
  }
}
