extension RuleRegistry {
  static let enumValueChanged = Rule.change(
    "enum-value-changed", breaks: [.source, .wireBackward],
    summary: "A published component keeps the services that have it.",
    rationale: """
      Stored records of the other service hold it; filters and dashboards rely on it.
      """,
    published: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      """,
    bad: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: app, description: Keeps what people enter.}
      """,
    good: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      """
  ) {
    $0.alterations(.component) {
      $0.parts.first == "services"
    } message: { change, facet in
      let service = facet.parts.last ?? ""
      return facet.new == nil
        ? "the component `\(change.key.id)` belonged to `\(service)`"
        : "the component `\(change.key.id)` did not belong to `\(service)`"
    }
  }
}
