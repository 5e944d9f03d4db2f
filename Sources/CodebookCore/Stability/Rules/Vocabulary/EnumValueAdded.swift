extension RuleRegistry {
  static let enumValueAdded = Rule.change(
    "enum-value-added", breaks: [.wireForward],
    summary: "A new name goes into a vocabulary that is open.",
    rationale: """
      Levels and services are closed always, components and scopes where the catalog says so: a \
      reader of yesterday refuses a name that it does not know. In an open vocabulary a new name \
      is only told of in the changelog.
      """,
    published: """
      vocabularies: {scopes: closed}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """,
    bad: """
      vocabularies: {scopes: closed}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
        rest.new: {description: New.}
      """,
    good: """
      vocabularies: {scopes: closed}
      scopes:
        rest.orders: {description: Orders.}
        rest.data: {description: Data.}
      """
  ) { comparison in
    comparison.additions(.level, .service, .component, .scope).map { finding in
      var finding = finding
      if comparison.isOpen(finding.key.kind) {
        finding.severity = .note
        finding.bump = .minor
      } else {
        finding.message += ", and readers of yesterday refuse it"
        finding.fix =
          comparison.canBeOpened(finding.key.kind)
          ? "use a name that is there; or open the vocabulary in one release, and add it in the next"
          : "use a name that is there; a new one is a break, which takes a waiver"
      }
      return finding
    }
  }
}

extension Comparison {
  /// Whether a catalog may say that names of a kind are open; levels and services never are.
  func canBeOpened(_ kind: EntryKind) -> Bool { kind == .component || kind == .scope }

  /// Whether readers have been told to take names of a kind that they do not know.
  func isOpen(_ kind: EntryKind) -> Bool {
    let name: String? =
      switch kind {
      case .component: "components"
      case .scope: "scopes"
      case .event: "events"
      default: nil
      }
    return name.map { base.entries[EntryKey(.vocabulary, $0)]?.facets["state"] == .string("open") }
      ?? false
  }
}
