internal import BundleReport
internal import CodebookCore
internal import CodebookRuntime

extension ReportCatalog {
  /// What a catalog tells of bundles.
  init(_ catalog: Catalog, _ description: CatalogDescription, _ bundle: BundleDescription?) {
    self.init(description, bundle: bundle, errors: Self.errors(of: catalog))
  }

  /// All codes: a bundle may be older than the catalog, and have some that are retired by now.
  private static func errors(of catalog: Catalog) -> [String: ErrorText] {
    let categories = Dictionary(
      catalog.domains.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    let texts = catalog.errors.map { entry in
      let domain = entry.code.flatMap { categories[$0.domain] }
      return (
        entry.id,
        ErrorText(
          category: entry.ownCategory ?? domain ?? "", userMessage: text(entry.userMessage, entry),
          operatorMessage: text(entry.operatorMessage, entry))
      )
    }
    return Dictionary(texts, uniquingKeysWith: { first, _ in first })
  }

  private static func text(_ message: String, _ entry: ErrorEntry) -> String {
    MessageTemplate(message, parameters: entry.parameters).withFallbacks
  }
}
