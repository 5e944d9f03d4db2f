extension RuleRegistry {
  static let eventFieldTypeChanged = Rule.change(
    "event-field-type-changed", breaks: [.source, .wireBackward, .wireForward],
    summary: "A detail of an event keeps its type and its unit.",
    rationale: """
      Stored records hold values of the old one, and code passes them.
      """,
    published: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """,
    bad: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: integer, sensitivity: public, description: Which folder.}
      """,
    good: """
      events:
        save_failed:
          level: ERROR
          service: app
          component: storage
          requires: [attempt]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) { comparison in
    comparison.altered([.event]).flatMap { change in
      change.changes(below: "details").filter { facet in
        facet.parts.count == 3 && (facet.parts[2] == "unit" || facet.parts[2] == "type")
          && !change.comesOrGoes(facet)
      }.map { facet in
        comparison.finding(
          change, facet,
          "the \(facet.parts[2]) of `\(change.key.id)`'s detail `\(facet.parts[1])` was"
            + " \(facet.old?.shown ?? "not given")")
      }
    }
  }
}

extension EntryChange {
  /// Whether a whole detail or parameter came or went, and a facet of it with it.
  func comesOrGoes(_ facet: FacetChange) -> Bool {
    facet.parts.count == 3 && change(of: facet.parent) != nil
  }
}
