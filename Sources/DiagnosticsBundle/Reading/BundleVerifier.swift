public import CodebookRuntime
public import Redaction

/// Verifies bundles, whoever made them: what is in the archive, whether it is what the manifest and
/// the catalog say, and whether anything is in it that is never written.
///
/// It trusts nothing that it reads, writes nothing anywhere, and needs little memory whatever a
/// bundle holds. (Specification, 3.3.)
public struct BundleVerifier: Sendable {
  let description: BundleDescription?
  let catalog: CatalogDescription?
  let redactor: Redactor

  /// The bytes of all files that are looked at where no catalog says more or less: 1 GiB.
  static let maximumBytes = 1 << 30

  /// A verifier of the bundles of one catalog.
  ///
  /// - Parameters:
  ///   - description: What the catalog says of bundles; without it the manifest's word counts.
  ///   - catalog: What the catalog says of records; without it any JSON object is a record.
  ///   - rules: What must not be in a bundle.
  public init(
    description: BundleDescription?, catalog: CatalogDescription?, rules: RedactionTables
  ) {
    self.description = description
    self.catalog = catalog
    redactor = Redactor(rules)
  }

  /// A verifier of the bundles of one catalog.
  public init(description: BundleDescription, catalog: CatalogDescription) {
    self.init(description: description, catalog: catalog, rules: catalog.redaction)
  }

  /// Verifies a bundle.
  ///
  /// - Parameter path: The archive; a bundle whose name has the form of bundles must have the time
  ///   and the session of its manifest in it.
  /// - Throws: `BundleReadError` where there is no file, or where it cannot be read. A file that is
  ///   no bundle is a finding.
  public func verify(_ path: String) throws(BundleReadError) -> BundleVerification {
    do throws(ArchiveError) {
      let file = try ArchiveFile(path: path)
      var examination = try BundleExamination(self, file)
      examination.run(name: String(path.split(separator: "/").last ?? ""))
      return examination.result
    } catch {
      throw BundleReadError(description: error.description)
    }
  }
}
