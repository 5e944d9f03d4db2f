extension RuleRegistry {
  static let vocabularyClosed = Rule.change(
    "vocabulary-closed", breaks: [.wireBackward],
    summary: "A vocabulary that is open stays open.",
    rationale: """
      Stored records hold names that the catalog does not list: a checker of today refuses them.
      """,
    published: """
      vocabularies: {scopes: open}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """,
    bad: """
      vocabularies: {scopes: closed}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """,
    good: """
      vocabularies: {scopes: open}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """
  ) {
    $0.alterations(.vocabulary) {
      $0.new == .string("closed")
    } message: { change, _ in
      "stored records may hold \(change.key.id) that the catalog does not list"
    }
  }
}
