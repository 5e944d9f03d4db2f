internal import BundleReport
internal import CodebookCore
internal import CodebookFiles
internal import CodebookRuntime

extension ReportCatalog {
  /// What the catalog at hand tells of bundles: the one that is named, else `catalog.yaml` if
  /// there is one, else nothing.
  ///
  /// What its rules find fault with must not keep a bundle from being shown.
  static func atHand(_ path: String?) throws(Failure) -> ReportCatalog {
    guard path != nil || FileReader.isThere("catalog.yaml") else { return .none }
    let path = path ?? "catalog.yaml"
    guard let catalog = try CatalogFile(path, isLinted: false).catalog else {
      throw Failure("\(path) is no catalog that bundles can be read with", fix: "codebook lint")
    }
    let description = try CatalogDescription(catalog, digest: CanonicalCatalog(catalog).digest)
    return ReportCatalog(description, bundle: nil, errors: errors(of: catalog))
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
          category: entry.ownCategory ?? domain ?? "",
          userMessage: text(entry.userMessage, entry),
          operatorMessage: text(entry.operatorMessage, entry))
      )
    }
    return Dictionary(texts, uniquingKeysWith: { first, _ in first })
  }

  private static func text(_ message: String, _ entry: ErrorEntry) -> String {
    MessageTemplate(message, parameters: entry.parameters).withFallbacks
  }
}
