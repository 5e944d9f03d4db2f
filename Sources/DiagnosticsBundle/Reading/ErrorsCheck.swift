internal import CodebookRuntime

/// Whether the error codes of a bundle are those of its logs.
struct ErrorsCheck {
  private let verifier: BundleVerifier
  private let manifest: BundleManifest

  init(_ verifier: BundleVerifier, _ manifest: BundleManifest) {
    self.verifier = verifier
    self.manifest = manifest
  }

  /// Of another catalog's bundle nothing can be said: its messages may be others.
  func findings(_ seen: [SeenFile]) -> [BundleFinding] {
    guard let catalog = verifier.catalog, catalog.identity == manifest.catalog,
      let file = seen.first(where: { $0.role == .recentErrors }), let json = file.json,
      let told = try? RecentErrors(json: json), told != expected(seen, catalog)
    else { return [] }
    return [
      BundleFinding(
        .schema, "it tells of other error codes than the logs", member: file.entry.path,
        fix: BundleFix.another)
    ]
  }

  private func expected(_ seen: [SeenFile], _ catalog: CatalogDescription) -> RecentErrors {
    var tally = ErrorTally()
    for file in seen { if let log = file.log { tally.add(log.records.errors) } }
    var redactor = DocumentRedactor(verifier.redactor, catalog: catalog)
    return redactor.redacted(RecentErrors(of: tally, catalog: catalog))
  }
}

extension RecentErrors {
  /// The error codes of records. A code of which no record has a time is left out.
  init(of tally: ErrorTally, catalog: CatalogDescription) {
    let messages = Dictionary(
      catalog.errors.map { ($0.code, $0.operatorMessage) }, uniquingKeysWith: { first, _ in first })
    let summaries = tally.entries.compactMap { code, entry -> ErrorSummary? in
      guard let firstAt = entry.firstAt, let lastAt = entry.lastAt else { return nil }
      return ErrorSummary(
        errorCode: code, count: entry.count, firstAt: firstAt, lastAt: lastAt,
        services: entry.services.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
        operatorMessage: messages[code])
    }
    self.init(of: summaries)
  }
}
