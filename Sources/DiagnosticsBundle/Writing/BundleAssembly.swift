internal import CodebookRuntime
internal import Redaction

/// One bundle while it is prepared.
struct BundleAssembly {
  private let bundle: DiagnosticsBundle
  private let run: BundleRun
  private let now: Timestamp
  private let platform: PlatformMetadata
  private let redactor: Redactor
  private let search: SecretSearch
  private let form: RecordForm
  private let marks: StandingMarks

  init(_ bundle: DiagnosticsBundle, _ run: BundleRun) {
    self.bundle = bundle
    self.run = run
    now = bundle.now ?? .now()
    platform = bundle.platform ?? .current
    redactor = Redactor(bundle.catalog.redaction, fingerprintKey: bundle.fingerprintKey)
    search = SecretSearch(bundle.secrets)
    form = RecordForm(bundle.catalog)
    marks = StandingMarks(redactor)
  }

  private var description: BundleDescription { bundle.description }

  func assemble() throws(BundleError) -> PreparedBundle {
    Spool.removeLeftovers()
    var texts = ManifestTexts(redactor, catalog: bundle.catalog)
    // Opened first: what is set aside meanwhile is still there.
    let opened = try openLogs()
    try run.report(.collecting)
    let parts = MergedParts(
      try CollectorRun.outcomes(
        of: bundle.collectors, seconds: description.collectorSeconds, run))
    let drafting = DocumentDrafting(
      parts: parts, app: bundle.app, platform: platform, rules: redactor, marks: marks,
      catalog: bundle.catalog, search: search)
    var drafts = drafting.drafts(of: description.files, &texts)
    try readLogs(opened, into: &drafts, &texts)
    let cut = LogCut(form: form, search: search)
    try BundleLimits(totalBytes: description.totalBytes).apply(to: &drafts, cut, run)
    for index in drafts.indices { drafts[index].withholdSecret() }
    if let file = description.files.first(where: { $0.role == .recentErrors }) {
      drafts.append(errors(file, in: drafts))
    }
    return try prepared(drafts, drafting.failures(at: manifestPath, in: drafts, &texts), &texts)
  }

  private var manifestPath: String {
    description.files.first { $0.role == .manifest }?.path ?? "manifest.json"
  }
}

// Logs.
extension BundleAssembly {
  private func openLogs() throws(BundleError) -> [String: OpenLog] {
    try checkServices()
    var opened: [String: OpenLog] = [:]
    for file in description.files {
      guard case .log(let service) = file.role,
        let source = bundle.logs.first(where: { $0.service == service })
      else { continue }
      opened[file.path] = try reading.open(source, run)
    }
    return opened
  }

  /// A name that is misspelt would be missed when support needs the log, and not before.
  private func checkServices() throws(BundleError) {
    let known = description.files.compactMap { file in
      if case .log(let service) = file.role { service } else { nil }
    }
    guard let other = bundle.logs.first(where: { !known.contains($0.service) }) else { return }
    throw BundleError(
      .failed, "the catalog's bundle has no log of `\(other.service)`",
      fix: "name one of \(known.joined(separator: ", "))")
  }

  private var reading: LogReading {
    let oldest = description.logHours.map {
      Timestamp(milliseconds: now.milliseconds - Int64($0) * 3_600_000)
    }
    return LogReading(
      processor: LogBlockProcessor(
        form: form, redactor: redactor, marks: marks, search: search, oldest: oldest),
      search: search, maximumBytes: description.logBytes)
  }

  private func readLogs(
    _ opened: [String: OpenLog], into drafts: inout [DraftFile], _ texts: inout ManifestTexts
  ) throws(BundleError) {
    let bytesInAll = opened.values.reduce(0) { $0 + $1.bytes }
    var bytesDone = 0
    for index in drafts.indices where drafts[index].isLog {
      guard let log = opened[drafts[index].path] else {
        drafts[index].omissions.append(
          Omission(path: drafts[index].path, reason: .notProvided))
        continue
      }
      let read = try reading.read(log) { (bytes) throws(BundleError) in
        try run.report(.reading, bytesDone + bytes, of: bytesInAll)
      }
      drafts[index].set(read, texts: &texts)
      bytesDone += log.bytes
    }
  }

  /// The error codes of the records that stay.
  private func errors(
    _ file: BundleDescription.File, in drafts: [DraftFile]
  ) -> DraftFile {
    var tally = ErrorTally()
    for draft in drafts {
      if let log = draft.log { tally.add(log.records.errors) }
    }
    var redactor = DocumentRedactor(redactor, catalog: bundle.catalog)
    let errors = redactor.redacted(tally.recentErrors(bundle.catalog))
    var draft = DraftFile(file)
    draft.set(errors.json(), redactor.counts, search)
    draft.withholdSecret()
    return draft
  }
}

// The manifest.
extension BundleAssembly {
  private func prepared(
    _ drafts: [DraftFile], _ failures: [Omission], _ texts: inout ManifestTexts
  ) throws(BundleError) -> PreparedBundle {
    try run.check()
    let others = description.files.compactMap { file in drafts.first { $0.file == file } }
    let manifest = manifest(others, failures, &texts)
    let json = manifest.json()
    let name = BundleName(pattern: description.name)
    let shown = name.text(at: now, session: bundle.sessionID)
    let names = ([shown] + description.files.map(\.path)).joined(separator: "\n")
    if search.finds(in: json) || search.finds(in: names) { throw SecretRefusal.error }
    let files = description.files.compactMap { file -> DraftFile? in
      guard file.role == .manifest else { return others.first { $0.file == file } }
      var draft = DraftFile(file)
      draft.contents = .bytes(json)
      return draft
    }
    let bytes = files.reduce(0) { $0 + $1.bytes }
    guard bytes <= description.totalBytes else {
      throw BundleError(
        .tooLarge, "the bundle would have \(bytes) bytes, more than \(description.totalBytes)",
        fix: "raise `total_bytes` in the catalog's section `bundle`")
    }
    return PreparedBundle(
      name: shown, pattern: name, time: now, files: files, manifest: manifest, search: search)
  }

  private func manifest(
    _ drafts: [DraftFile], _ failures: [Omission], _ texts: inout ManifestTexts
  ) -> BundleManifest {
    let app = AppVersion(
      name: bundle.catalog.product, version: texts.redacted(bundle.app.version, key: "version"),
      build: bundle.app.build.map { texts.redacted($0, key: "build") })
    let platform = texts.redacted(platform.summary)
    var summary = texts.ruleCounts
    for draft in drafts {
      summary.merge(draft.counts(ids: redactor), uniquingKeysWith: +)
    }
    let omissions = failures + drafts.flatMap(\.orderedOmissions)
    return BundleManifest(
      bundleVersion: description.version, generatedAt: now, sessionID: bundle.sessionID, app: app,
      platform: platform, catalog: bundle.catalog.identity, files: drafts.map(\.entry),
      omissions: omissions.map { shown($0) },
      secretSearch: BundleManifest.SecretSearch(
        secrets: search.secretCount, tooShort: search.tooShortCount),
      redactionSummary: summary)
  }

  /// An omission without what a line or a collector says of a secret.
  private func shown(_ omission: Omission) -> Omission {
    guard let detail = omission.detail else { return omission }
    var result = omission
    // It was redacted before, but may have been cut in a mark since; that is counted no more.
    var redactor = DocumentRedactor(redactor, catalog: bundle.catalog)
    let text = redactor.redacted(detail, key: "detail")
    let json = DocumentWriter.json(.object(["detail": .string(text)]))
    result.detail = search.finds(in: json) ? nil : text
    return result
  }
}

/// A live secret stands where nothing can be taken out.
enum SecretRefusal {
  static var error: BundleError {
    BundleError(
      .secretFound,
      "a secret that the product holds stands in the bundle where nothing can be taken out; "
        + "nothing was written",
      fix: "tell the product's makers")
  }
}
