extension RuleRegistry {
  static let messageParametersChanged = Rule.change(
    "message-parameters-changed", breaks: [.source],
    summary: "The parameters of a message keep their names and types.",
    rationale: """
      They are arguments of generated functions: who calls them no longer compiles.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {seconds} s.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {delay} s.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            delay: {type: integer, sensitivity: public}
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {seconds} s.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """
  ) { comparison in
    comparison.altered([.error]).flatMap { change in
      comparison.parts(of: change, below: "parameters").compactMap { name, facets in
        let isNamed = facets.contains { $0.facet == "parameters/\(name)" }
        guard isNamed || facets.contains(where: { $0.parts.last == "type" }) else { return nil }
        let what = !isNamed ? "has another type" : facets[0].old == nil ? "is new" : "is gone"
        return comparison.finding(
          change, isNamed ? facets : facets.filter { $0.parts.last == "type" },
          "the parameter `\(name)` of `\(change.key.id)` \(what)")
      }
    }
  }
}

extension Comparison {
  /// The changes below a path by what they are about: `details/port` and `details/port/type` are
  /// both about `port`.
  func parts(of change: EntryChange, below path: String) -> [(name: String, facets: [FacetChange])]
  {
    let below = change.changes(below: path)
    let names = Set(below.compactMap { $0.parts.dropFirst().first.map(String.init) })
    return names.sorted().map { name in
      (name, below.filter { $0.parts.dropFirst().first.map(String.init) == name })
    }
  }
}
