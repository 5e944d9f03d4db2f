extension RuleRegistry {
  static let eventOriginNarrowed = Rule.change(
    "event-origin-narrowed", breaks: [.source, .wireBackward],
    summary: "The services and components that log an event go on logging it.",
    rationale: """
      Stored records have it from there, and code logs it.
      """,
    published: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      events:
        save_failed:
          level: ERROR
          service: [app, job]
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    bad: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      events:
        save_failed:
          level: ERROR
          service: [app]
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    good: """
      services:
        app: {description: The process that people use.}
        job: {description: The process that works at night.}
      components:
        storage: {service: [app, job], description: Keeps what people enter.}
      events:
        save_failed:
          level: ERROR
          service: [app, job]
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) { comparison in
    comparison.alterations(.event) {
      $0.isOrigin && comparison.narrowsList($0)
    } message: {
      change, facet in
      facet.new == nil
        ? "`\(facet.parts.last ?? "")` logged `\(change.key.id)`"
        : "any could log `\(change.key.id)`, and now only those that are named"
    }
  }
}

extension FacetChange {
  /// Whether it is about a service or component that logs an event.
  var isOrigin: Bool { parts.first == "services" || parts.first == "components" }
}

extension Comparison {
  /// Whether a list of names allows less than before. An empty list allows every name.
  func narrowsList(_ facet: FacetChange) -> Bool {
    guard let list = facet.parts.first else { return false }
    func isEmpty(_ snapshot: Snapshot) -> Bool {
      !snapshot.entries.values.contains { entry in
        entry.facets[facet.facet] != nil
          && entry.facets.keys.contains { $0.utf8.starts(with: "\(list)/".utf8) }
      }
    }
    return facet.new == nil ? !isEmpty(base) : isEmpty(base)
  }
}
