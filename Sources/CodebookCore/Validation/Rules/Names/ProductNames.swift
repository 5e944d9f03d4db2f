extension RuleRegistry {
  static let productNames = Rule(
    id: "product-names",
    summary: "The generated module and package hide no module that everybody uses.",
    rationale: """
      A package called `logging` would take the place of Python's own for whoever imports it, and \
      a Swift module called `Foundation` could not be told from Apple's.
      """,
    badExample: """
      product: {name: Acme, prefix: ACME, version: 1.0.0, swift_module: Foundation, python_package: logging}
      """,
    goodExample: """
      product: {name: Acme, prefix: ACME, version: 1.0.0, swift_module: AcmeCatalog, python_package: acme_catalog}
      """
  ) { context in
    let product = context.catalog.root.value("product")
    func finding(_ key: String, _ name: String, _ taken: Set<String>) -> Finding? {
      guard taken.contains(name), let node = product?.value(key) else { return nil }
      return Finding(
        "`\(name)` is taken", at: node.range, fix: "choose a name of the product's own")
    }
    return [
      finding("swift_module", context.catalog.product.swiftModule, ReservedNames.swiftModules),
      finding(
        "python_package", context.catalog.product.pythonPackage,
        ReservedNames.pythonModules.union(ReservedNames.pythonKeywords)),
    ].compactMap(\.self)
  }
}
