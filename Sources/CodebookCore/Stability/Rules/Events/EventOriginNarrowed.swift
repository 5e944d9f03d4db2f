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
  ) {
    $0.listChanges(["services", "components"], narrow: true) { change, facet in
      facet.new == nil
        ? "`\(facet.parts[1])` logged `\(change.key.id)`"
        : "any could log `\(change.key.id)`, and now only those that are named"
    }
  }
}

extension Comparison {
  /// Findings about names in lists of events that allow less than before, or more. An empty list
  /// allows every name.
  func listChanges(
    _ lists: Set<String>, narrow: Bool, message: (EntryChange, FacetChange) -> String
  ) -> [ChangeFinding] {
    altered([.event]).flatMap { change in
      change.facets.filter { facet in
        lists.contains(String(facet.parts[0])) && change.narrows(facet) == narrow
      }.map { finding(change, $0, message(change, $0)) }
    }
  }
}

extension EntryChange {
  fileprivate func narrows(_ facet: FacetChange) -> Bool {
    func allowsAll(_ entry: SnapshotEntry?) -> Bool {
      let list = "\(facet.parts[0])/".utf8
      return entry.map { !$0.facets.keys.contains { $0.utf8.starts(with: list) } } ?? true
    }
    return !allowsAll(after) && (facet.new == nil || allowsAll(before))
  }
}
