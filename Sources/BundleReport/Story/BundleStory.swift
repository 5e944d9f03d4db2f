internal import CodebookRuntime

/// What a bundle tells: what happened, when, and what to do about it.
///
/// A value of the bundle's files and the catalog alone: the same give the same. (Specification,
/// 3.3.)
public struct BundleStory: Sendable {
  let contents: BundleContents
  let catalog: ReportCatalog
  let documents: BundleDocuments
  /// Every record of the logs, the earliest first.
  let records: [StoryRecord]
  /// Lines of logs that are no JSON objects.
  let unreadableLines: Int
  let errors: [StoryError]
  let processes: [StoryProcess]
  let scopes: [StoryScope]
  let backoffs: [StoryBackoff]
  let omissions: [StoryOmission]
  let files: [StoryFile]
  let facts: [StoryFact]

  /// What a bundle tells; what cannot be read of it is left out.
  public init(_ contents: BundleContents, catalog: ReportCatalog) {
    let documents = BundleDocuments(contents, catalog)
    let logs = LogReading(documents.logs, catalog)
    self.contents = contents
    self.catalog = catalog
    self.documents = documents
    records = logs.records
    unreadableLines = logs.unreadable
    errors = ErrorCounting.errors(records, documents.recentErrors, catalog)
    processes = ProcessReading.processes(documents.lifecycle)
    scopes = ScopeCounting.scopes(records, documents.counters)
    backoffs = ScopeCounting.backoffs(records)
    omissions = (documents.manifest["omissions"]?.items ?? []).map(StoryOmission.init)
    files = FileListing.files(contents, documents, logs.records)
    facts =
      Verdict(
        errors: errors, processes: processes, scopes: scopes, records: logs.records,
        unavailable: documents.unavailable, unreadable: logs.unreadable
      ).facts
  }

  /// The product's name: the manifest's word, or else the catalog's.
  var product: String {
    documents.manifest["app"]?["name"]?.text ?? catalog.product ?? "Diagnostics bundle"
  }

  /// Whether the bundle was made with the catalog at hand; `nil` where that is not known.
  var isOfCatalog: Bool? {
    guard let mine = catalog.identity, let other = documents.manifest["catalog"]?["digest"]?.text
    else { return nil }
    return mine.digest == other
  }

  /// The services of the catalog, then those that only records have.
  var services: [String] {
    var services = catalog.services
    var known = Set(services)
    for record in records where known.insert(record.service).inserted {
      services.append(record.service)
    }
    return services
  }
}
