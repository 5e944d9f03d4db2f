extension RuleRegistry {
  static let productChanged = Rule.change(
    "product-changed", severity: .warning, breaks: [.message], bump: .minor,
    summary: "What is said of the product as a whole changes on purpose only.",
    rationale: """
      Its name and the language of its texts stand in every output. The change is looked at once \
      and accepted.
      """,
    published: """
      product: {name: Acme, prefix: ACME, version: 1.0.0, swift_module: AcmeCatalog, python_package: acme_catalog}
      """,
    bad: """
      product: {name: Acme Two, prefix: ACME, version: 1.0.0, swift_module: AcmeCatalog, python_package: acme_catalog}
      """,
    good: """
      product: {name: Acme, prefix: ACME, version: 1.0.0, swift_module: AcmeCatalog, python_package: acme_catalog}
      """
  ) {
    $0.alterations(.product) {
      ["name", "language", "code_digits"].contains($0.facet)
    } message: {
      _, facet in
      "the product's \(facet.facet) was `\(facet.old?.shown ?? "")`"
    }
  }
}
