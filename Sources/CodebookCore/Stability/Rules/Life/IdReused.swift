extension RuleRegistry {
  static let idReused = Rule.change(
    "id-reused", breaks: [.wireBackward, .wireForward], isFinal: true,
    summary: "An ID that is retired or was taken away is never used again.",
    rationale: """
      Stored logs hold it with its old meaning, however many releases ago that was. Nothing can \
      let this pass.
      """,
    published: """
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data., stability: retired}
      """,
    bad: """
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Deals.}
      """,
    good: """
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data., stability: retired}
      """
  ) { $0.reuses(.level, .service, .component, .field, .scope, .domain, .event, .bundleFile) }
}
