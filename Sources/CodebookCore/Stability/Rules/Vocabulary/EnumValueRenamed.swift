extension RuleRegistry {
  static let enumValueRenamed = Rule.change(
    "enum-value-renamed", breaks: [.source, .wireBackward, .wireForward],
    summary: "A published level, service, component or scope keeps its name.",
    rationale: """
      Stored records hold the old one.
      """,
    published: """
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """,
    bad: """
      scopes:
        rest.orders: {description: Orders.}
        rest.market: {description: Data.}
      """,
    good: """
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """
  ) { $0.renamings(.level, .service, .component, .scope) }
}
