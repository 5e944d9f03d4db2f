internal import CodebookRuntime

/// Whether what a manifest says is the case.
struct ManifestCheck {
  private let description: BundleDescription?
  private let catalog: CatalogDescription?
  private let manifest: BundleManifest

  init(_ verifier: BundleVerifier, _ manifest: BundleManifest) {
    description = verifier.description
    catalog = verifier.catalog
    self.manifest = manifest
  }

  /// What is not the case.
  ///
  /// - Parameters:
  ///   - name: The archive's.
  ///   - seen: The archive's files.
  func findings(name: String, _ seen: [SeenFile]) -> [BundleFinding] {
    identity + self.name(name) + dates(seen) + list(seen) + seen.flatMap(differences)
  }

  /// Whether it was made with another catalog: then its files may well be others, and nobody has
  /// changed it.
  var isOfAnotherCatalog: Bool { catalog.map { $0.identity != manifest.catalog } ?? false }

  private func finding(_ message: String) -> BundleFinding {
    BundleFinding(
      .manifest, message, member: path,
      fix: isOfAnotherCatalog ? BundleFix.catalog : BundleFix.another)
  }

  private var path: String {
    description?.files.first { $0.role == .manifest }?.path ?? "manifest.json"
  }

  private var identity: [BundleFinding] {
    var findings: [BundleFinding] = []
    if let version = description?.version, manifest.bundleVersion != version {
      findings.append(
        finding("it is of version \(manifest.bundleVersion) of the layout, not of \(version)"))
    }
    guard let catalog else { return findings }
    if manifest.app.name != catalog.product {
      findings.append(finding("it is of another product"))
    }
    if isOfAnotherCatalog {
      findings.append(
        BundleFinding(
          .catalog, "it was made with another catalog than this one, \(catalog.identity.version)",
          member: path, severity: .warning, fix: BundleFix.catalog))
    }
    return findings
  }

  /// A name of another form says nothing: who saves a bundle may call it what they like.
  private func name(_ name: String) -> [BundleFinding] {
    guard let description else { return [] }
    let form = BundleName(pattern: description.name)
    guard form.matches(name),
      name != form.text(at: manifest.generatedAt, session: manifest.sessionID)
    else { return [] }
    return [
      BundleFinding(
        .name, "its name has another time or session than its manifest", fix: BundleFix.another)
    ]
  }

  private func dates(_ seen: [SeenFile]) -> [BundleFinding] {
    let time = DOSTime(manifest.generatedAt)
    return seen.filter { $0.entry.time != time }.map {
      BundleFinding(
        .date, "it has another time in the archive than in the manifest", member: $0.entry.path)
    }
  }

  /// The manifest lists each file but itself, and tells of nothing else.
  private func list(_ seen: [SeenFile]) -> [BundleFinding] {
    let listed = manifest.files.map(\.path)
    let expected =
      description.map { $0.files.filter { $0.role != .manifest }.map(\.path) }
      ?? seen.filter { $0.role != .manifest }.map(\.entry.path)
    var findings: [BundleFinding] = []
    if listed != expected {
      findings.append(finding("it lists other files than there are to be, or in another order"))
    }
    let known = expected + [path]
    if !manifest.omissions.allSatisfy({ known.contains($0.path) }) {
      findings.append(finding("something is left out of a file that no bundle has"))
    }
    return findings
  }

  private func differences(_ file: SeenFile) -> [BundleFinding] {
    let path = file.entry.path
    guard let sha256 = file.sha256, let told = manifest.files.first(where: { $0.path == path })
    else { return [] }
    var findings: [BundleFinding] = []
    if told.bytes != file.entry.bytes || told.sha256 != sha256 {
      findings.append(
        BundleFinding(
          .checksum, "it is not the file that the manifest tells of", member: path,
          fix: BundleFix.another))
    }
    if !isRight(told.records, file) {
      findings.append(
        BundleFinding(
          .manifest, "the manifest tells of other records, or of other times of them",
          member: path, fix: BundleFix.another))
    }
    return findings
  }

  private func isRight(_ told: ManifestFile.Records?, _ file: SeenFile) -> Bool {
    guard let log = file.log else { return told == nil }
    // Without a catalog nobody knows where a record has its time.
    guard catalog != nil else { return told?.count == log.lines }
    return told
      == ManifestFile.Records(
        count: log.lines, firstAt: log.records.firstAt, lastAt: log.records.lastAt)
  }
}
