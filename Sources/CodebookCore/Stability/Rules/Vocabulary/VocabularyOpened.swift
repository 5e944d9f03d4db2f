extension RuleRegistry {
  static let vocabularyOpened = Rule.change(
    "vocabulary-opened", severity: .warning, breaks: [.wireForward], bump: .minor,
    summary: "A vocabulary is opened on purpose only.",
    rationale: """
      A reader of yesterday refuses names that it does not know. The change is looked at once \
      and accepted.
      """,
    published: """
      vocabularies: {scopes: closed}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """,
    bad: """
      vocabularies: {scopes: open}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """,
    good: """
      vocabularies: {scopes: closed}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """
  ) {
    $0.alterations(.vocabulary) {
      $0.new == .string("open")
    } message: { change, _ in
      "records may hold \(change.key.id) now that the catalog does not list"
    }
  }
}
