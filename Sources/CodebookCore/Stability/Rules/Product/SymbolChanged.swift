extension RuleRegistry {
  static let symbolChanged = Rule.change(
    "symbol-changed", breaks: [.source],
    summary: "A published entry keeps its name in generated code.",
    rationale: """
      Code names it. The catalog did not change: another version of codebook makes other names \
      of the same IDs.
      """,
    published: """
      # made by a codebook that wrote `storageIo`
      """,
    bad: """
      # made by a codebook that writes `storageIO`
      """,
    good: """
      # the codebook that made the last release
      """
  ) {
    $0.alterations(
      .level, .service, .component, .field, .scope, .domain, .error, .event
    ) {
      $0.facet == "swift_name" || $0.facet == "python_name"
    } message: { change, facet in
      "`\(change.key.id)` was called `\(facet.old?.shown ?? "")` in generated code"
    }
  }
}
