internal import BundleReport
internal import CodebookCore
internal import CodebookFiles
internal import CodebookRuntime

/// The catalog with which bundles are read, or none.
struct CatalogAtHand {
  let report: ReportCatalog
  let verifier: BundleVerifier
  /// What cannot be told for want of a catalog; `nil` where there is one that knows of bundles.
  let note: String?

  /// The catalog that is named, else `catalog.yaml` if there is one, else none.
  ///
  /// What its rules find fault with must not keep a bundle from being read.
  init(_ path: String?) throws(Failure) {
    guard path != nil || FileReader.isThere("catalog.yaml") else {
      report = .none
      note = "no catalog: each bundle is held against its own manifest, and the shipped rules"
      verifier = BundleVerifier(description: nil, catalog: nil, rules: try Self.shippedRules())
      return
    }
    let path = path ?? "catalog.yaml"
    guard let catalog = try CatalogFile(path, isLinted: false).catalog else {
      throw Failure("\(path) is no catalog that bundles can be read with", fix: "codebook lint")
    }
    let description = try CatalogDescription(catalog, digest: CanonicalCatalog(catalog).digest)
    let bundle = BundleDescription(catalog)
    report = ReportCatalog(catalog, description, bundle)
    verifier = BundleVerifier(
      description: bundle, catalog: description, rules: description.redaction)
    note =
      bundle == nil
      ? "\(path) gives no roles to a bundle's files: each is held against its own manifest" : nil
  }

  /// What is never written, where there is no catalog that says it.
  static func shippedRules() throws(Failure) -> RedactionTables {
    do throws(RedactionRuleError) {
      return try RedactionSection(standard: .shipped).tables()
    } catch {
      throw Failure("\(error)")
    }
  }
}
