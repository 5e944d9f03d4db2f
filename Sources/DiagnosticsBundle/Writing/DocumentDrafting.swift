internal import CodebookRuntime
internal import Redaction

/// Makes the JSON files of a bundle of what collectors gave.
struct DocumentDrafting {
  let parts: MergedParts
  let app: AppVersion
  let platform: PlatformMetadata
  let rules: Redactor
  let marks: StandingMarks
  let catalog: CatalogDescription
  let search: SecretSearch

  /// All files but the manifest and the error codes, those of logs still empty.
  func drafts(
    of files: [BundleDescription.File], _ texts: inout ManifestTexts
  ) -> [DraftFile] {
    files.compactMap { file in
      switch file.role {
      case .manifest, .recentErrors: nil
      case .log: DraftFile(file)
      default: draft(file, &texts)
      }
    }
  }

  private func draft(
    _ file: BundleDescription.File, _ texts: inout ManifestTexts
  ) -> DraftFile {
    var draft = DraftFile(file)
    var redactor = DocumentRedactor(rules, catalog: catalog)
    if let json = json(&draft, &redactor, &texts) {
      // What was redacted before it was given has left its marks, as has what was redacted now.
      let counts = redactor.counts.merging(marks.counts(in: json, rules)) { max($0, $1) }
      draft.set(json, counts, search)
    } else {
      draft.omissions = missing(file.path, &texts)
      draft.withhold(draft.omissions.first?.reason ?? .notProvided)
    }
    return draft
  }

  private func json(
    _ draft: inout DraftFile, _ redactor: inout DocumentRedactor, _ texts: inout ManifestTexts
  ) -> [UInt8]? {
    switch draft.file.role {
    case .environment:
      redactor.redacted(parts.environment(app: app, platform: platform)).json()
    case .processLifecycle: parts.processLifecycle.map { redactor.redacted($0).json() }
    case .counters: parts.counters.map { redactor.redacted($0).json() }
    case .document(let members):
      parts.document(draft.path, members: members)
        .map { DocumentWriter.json(redactor.redacted(.object($0), key: "")) }
    case .configuration(let keys):
      parts.config.map { configuration($0, keys, &draft, &redactor, &texts) }
    default: nil
    }
  }

  private func configuration(
    _ config: LogObject, _ keys: [BundleDescription.ConfigurationKey], _ draft: inout DraftFile,
    _ redactor: inout DocumentRedactor, _ texts: inout ManifestTexts
  ) -> [UInt8] {
    let filtered = ConfigurationFilter(keys).filtered(config, &redactor)
    if !filtered.refused.isEmpty {
      let names = filtered.refused.prefix(20).map { texts.redacted($0, key: "") }
      draft.omissions.append(
        Omission(
          path: draft.file.path, reason: .notAllowed, count: filtered.refused.count,
          detail: names.joined(separator: ", ")))
    }
    return ConfigurationDocument(config: filtered.config).json()
  }

  private func missing(_ path: String, _ texts: inout ManifestTexts) -> [Omission] {
    let failures = failures(at: path, &texts)
    return failures.isEmpty ? [Omission(path: path, reason: .notProvided)] : failures
  }

  private func failures(at path: String, _ texts: inout ManifestTexts) -> [Omission] {
    parts.failures.map { failed in
      Omission(
        path: path, reason: failed.failure.reason,
        source: texts.redacted(failed.source, key: "source"),
        detail: failed.failure.detail.map { texts.redacted($0, key: "detail") })
    }
  }

  /// The collectors that failed, where no file tells of them.
  func failures(
    at path: String, in drafts: [DraftFile], _ texts: inout ManifestTexts
  ) -> [Omission] {
    let isTold = drafts.contains { $0.omissions.contains { $0.source != nil } }
    return isTold ? [] : failures(at: path, &texts)
  }
}
