extension RuleRegistry {
  static let eventFieldRequired = Rule.change(
    "event-field-required", breaks: [.source, .wireBackward],
    summary: "An event demands no field or detail that its records could lack.",
    rationale: """
      Stored records lack it, and code that logs the event does not pass it.
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
          requires: [attempt, error_code]
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
          optional: [error_code]
          message: Not saved
          details:
            path: {type: string, sensitivity: public, description: Which folder.}
      """
  ) { comparison in
    comparison.altered([.event]).flatMap { change -> [ChangeFinding] in
      let fields = change.facets.filter { $0.parts.first == "requires" && $0.old == nil }
      let tightened = change.changes(below: "details").filter {
        $0.parts.last == "required" && $0.old == .bool(false) && $0.new == .bool(true)
      }
      let details = comparison.parts(of: change, below: "details").filter { name, facets in
        facets.contains { $0.facet == "details/\(name)" && $0.old == nil }
          && change.after?.facets["details/\(name)/required"] == .bool(true)
      }
      return (fields + tightened).map { facet in
        comparison.finding(
          change, facet, "stored records of `\(change.key.id)` may lack `\(facet.parts[1])`",
          fix: "make it optional")
      }
        + details.map { name, facets in
          comparison.finding(
            change, facets, "stored records of `\(change.key.id)` lack the new detail `\(name)`",
            fix: "required: false")
        }
    }
  }
}
