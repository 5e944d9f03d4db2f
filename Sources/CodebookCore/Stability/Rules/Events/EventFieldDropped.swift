extension RuleRegistry {
  static let eventFieldDropped = Rule.change(
    "event-field-dropped", breaks: [.source, .wireForward],
    summary: "The records of an event keep the fields and details that they must have or may have.",
    rationale: """
      Readers of yesterday rely on them, and code passes them as arguments.
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
          optional: [attempt]
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
        facet.new == nil
          && (facet.parts.first == "requires"
            || facet.parts.first == "optional" && !comparison.isNamed(facet, in: change))
      }
      let details = comparison.parts(of: change, below: "details").filter { name, facets in
        facets.contains { $0.facet == "details/\(name)" && $0.new == nil }
      }
      let loosened = change.changes(below: "details").filter {
        $0.parts.last == "required" && $0.old == .bool(true) && $0.new == .bool(false)
      }
      return fields.map { facet in
        let isOptional = comparison.isNamed(facet, in: change)
        return comparison.finding(
          change, facet,
          "records of `\(change.key.id)` \(isOptional ? "may lack" : "no longer have")"
            + " `\(facet.parts.last ?? "")`")
      }
        + details.map { name, facets in
          comparison.finding(
            change, facets, "records of `\(change.key.id)` no longer have the detail `\(name)`")
        }
        + loosened.map { facet in
          comparison.finding(
            change, facet, "records of `\(change.key.id)` may lack the detail `\(facet.parts[1])`")
        }
    }
  }
}

extension Comparison {
  /// Whether an event still names a field, among those that it requires or that are optional.
  func isNamed(_ facet: FacetChange, in change: EntryChange) -> Bool {
    guard let field = facet.parts.last else { return false }
    return ["requires", "optional"].contains { change.after?.facets["\($0)/\(field)"] != nil }
  }
}
