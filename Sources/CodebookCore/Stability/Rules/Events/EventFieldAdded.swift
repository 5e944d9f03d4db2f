extension RuleRegistry {
  static let eventFieldAdded = Rule.change(
    "event-field-added", severity: .note, breaks: [.lifecycle], bump: .minor,
    summary: "A new optional field or detail of an event is told of in the changelog.",
    rationale: """
      It breaks nothing.
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
          optional: [error_code]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
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
    comparison.altered([.event]).flatMap { change -> [ChangeFinding] in
      let fields = change.facets.filter { facet in
        facet.parts.first == "optional"
          && (facet.old == nil || comparison.isNamed(facet, in: change))
      }
      let details = comparison.parts(of: change, below: "details").filter { name, facets in
        facets.contains { $0.facet == "details/\(name)" && $0.old == nil }
          && change.after?.facets["details/\(name)/required"] == .bool(false)
      }
      return fields.map { facet in
        comparison.finding(
          change, facet, "records of `\(change.key.id)` may have `\(facet.parts[1])`")
      }
        + details.map { name, facets in
          comparison.finding(
            change, facets, "records of `\(change.key.id)` may have the detail `\(name)`")
        }
    }
  }
}
