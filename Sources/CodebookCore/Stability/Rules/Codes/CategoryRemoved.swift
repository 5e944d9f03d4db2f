extension RuleRegistry {
  static let categoryRemoved = Rule.change(
    "category-removed", breaks: [.source, .wireBackward],
    summary: "A published category keeps its name as long as one code is in it.",
    rationale: """
      Reports and dashboards look for it by its name, over years of stored logs.
      """,
    published: """
      domains:
        DB: {category: Storage}
      """,
    bad: """
      domains:
        DB: {category: Database}
      """,
    good: """
      domains:
        DB: {category: Storage}
      """
  ) { comparison in
    comparison.alterations(.domain) { facet in
      facet.facet == "category" && comparison.isGone(category: facet.old)
    } message: { change, facet in
      "no domain has the category `\(facet.old?.shown ?? "")` any more"
    }
  }
}
