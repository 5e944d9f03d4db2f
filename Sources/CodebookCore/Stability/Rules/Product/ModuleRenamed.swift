extension RuleRegistry {
  static let moduleRenamed = Rule.change(
    "module-renamed", breaks: [.source],
    summary: "The generated module and package keep their names.",
    rationale: """
      Every import of them breaks.
      """,
    published: """
      product: {name: Acme, prefix: ACME, version: 1.0.0, swift_module: AcmeCatalog, python_package: acme_catalog}
      """,
    bad: """
      product: {name: Acme, prefix: ACME, version: 1.0.0, swift_module: AcmeLogs, python_package: acme_catalog}
      """,
    good: """
      product: {name: Acme, prefix: ACME, version: 1.0.0, swift_module: AcmeCatalog, python_package: acme_catalog}
      """
  ) {
    $0.alterations(.product) {
      ["swift_module", "python_package"].contains($0.facet)
    } message: {
      _, facet in
      "the name was `\(facet.old?.shown ?? "")`"
    }
  }
}
