extension RuleRegistry {
  static let enumValueRemoved = Rule.change(
    "enum-value-removed", breaks: [.source, .wireBackward],
    summary: "A published level, service, component or scope stays, at least as a tombstone.",
    rationale: """
      Stored records hold it, and code names it.
      """,
    published: """
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """,
    bad: """
      scopes:
        rest.orders: {description: Orders.}
      """,
    good: """
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data., stability: deprecated}
      """
  ) { $0.removals(.level, .service, .component, .scope) }
}
