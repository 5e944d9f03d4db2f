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
  ) {
    $0.alterations(.event) { facet in
      facet.parts.count == 3 && facet.parts[0] == "details"
        && (facet.parts[2] == "unit" || facet.parts[2] == "type") && !facet.isOfWhole
    } message: { change, facet in
      "the \(facet.parts[2]) of `\(change.key.id)`'s detail `\(facet.parts[1])` was"
        + " \(facet.old?.shown ?? "not given")"
    }
  }
}

extension FacetChange {
  /// Whether a whole part came or went, of which the type is told along with it.
  var isOfWhole: Bool { parts.count == 3 && parts[2] == "type" && (old == nil || new == nil) }
}
