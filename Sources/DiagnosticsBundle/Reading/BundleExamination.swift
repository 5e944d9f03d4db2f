internal import CodebookRuntime
internal import Redaction

/// One run of a verifier over one bundle.
struct BundleExamination {
  let verifier: BundleVerifier
  private let file: ArchiveFile
  private let directory: ArchiveDirectory
  private let examiner: LogExaminer
  private(set) var result = BundleVerification()
  private var seen: [SeenFile] = []

  /// - Throws: `ArchiveError` where the file cannot be read.
  init(_ verifier: BundleVerifier, _ file: ArchiveFile) throws(ArchiveError) {
    self.verifier = verifier
    self.file = file
    directory = try ArchiveDirectory(file)
    examiner = LogExaminer(verifier.redactor, catalog: verifier.catalog)
  }

  /// - Parameter name: The archive's.
  mutating func run(name: String) {
    result.findings = directory.findings
    result.files = directory.entries.count
    result.bytes = directory.entries.reduce(0) { $0 + $1.bytes }
    guard !directory.entries.isEmpty || directory.findings.isEmpty else { return }
    result.findings += MemberCheck(verifier).findings(of: directory.entries)
    guard result.bytes <= limit else {
      return tell(.size, "its files have \(result.bytes) bytes together, more than \(limit)")
    }
    do throws(ArchiveError) {
      readAll(with: try ArchiveReader(file))
      for entry in directory.entries where entry.isReadable {
        guard try !file.endsWithItsStream(entry) else { continue }
        tell(.unreadable, "something stands behind its compressed bytes", in: entry)
      }
    } catch {
      tell(.unreadable, error.description)
    }
    guard let manifest = result.manifest else { return }
    tellUnlisted(manifest)
    let check = ManifestCheck(verifier, manifest)
    if check.isOfAnotherCatalog {
      result.findings = result.findings.map {
        [.missingFile, .extraFile].contains($0.rule) ? $0.advising(BundleFix.catalog) : $0
      }
    }
    result.findings += check.findings(name: name, seen)
    result.findings += ErrorsCheck(verifier, manifest).findings(seen)
  }

  private var limit: Int { verifier.description?.totalBytes ?? BundleVerifier.maximumBytes }

  private mutating func tell(_ rule: BundleRule, _ message: String, in entry: ArchiveEntry? = nil) {
    result.findings.append(
      BundleFinding(rule, message, member: entry?.path, fix: BundleFix.another))
  }

  /// Without a catalog nothing is read but what the manifest tells of; nothing else may be there.
  private mutating func tellUnlisted(_ manifest: BundleManifest) {
    guard verifier.description == nil else { return }
    let listed = Set(manifest.files.map(\.path))
    for entry in directory.entries where !isManifest(entry) && !listed.contains(entry.path) {
      tell(.extraFile, "the manifest tells of no such file", in: entry)
    }
  }

  // MARK: - Files

  /// Reads every file that a bundle may have, the manifest first: it says what the others are.
  private mutating func readAll(with reader: ArchiveReader) {
    let readable = directory.entries.filter(\.isReadable)
    if let entry = readable.first(where: { isManifest($0) }) { readManifest(entry, reader) }
    for entry in readable where !isManifest(entry) {
      if let role = role(of: entry) {
        read(entry, role.role, reader)
      }
    }
  }

  private func isManifest(_ entry: ArchiveEntry) -> Bool {
    guard let description = verifier.description else { return entry.path == "manifest.json" }
    return description.files.contains { $0.role == .manifest && $0.path == entry.path }
  }

  /// A role that may be unknown; `nil` where a bundle has no such file.
  private func role(of entry: ArchiveEntry) -> (role: BundleDescription.Role?, Void)? {
    if let description = verifier.description {
      return description.files.first { $0.path == entry.path }.map { ($0.role, ()) }
    }
    guard let told = result.manifest?.files.first(where: { $0.path == entry.path }) else {
      return nil
    }
    return (told.records == nil ? nil : .log(service: ""), ())
  }

  private mutating func readManifest(_ entry: ArchiveEntry, _ reader: ArchiveReader) {
    guard let json = json(of: entry, reader) else { return }
    var examiner = DocumentExaminer(
      verifier.redactor, catalog: verifier.catalog, member: entry.path)
    result.manifest = examiner.manifest(json)
    result.findings += examiner.findings
    seen.append(SeenFile(entry: entry, role: .manifest))
  }

  private mutating func read(
    _ entry: ArchiveEntry, _ role: BundleDescription.Role?, _ reader: ArchiveReader
  ) {
    if case .log? = role { return readLog(entry, role, reader) }
    guard let json = json(of: entry, reader) else { return }
    var examiner = DocumentExaminer(
      verifier.redactor, catalog: verifier.catalog, member: entry.path)
    examiner.look(at: json, role: role, omissions: result.manifest?.omissions)
    result.findings += examiner.findings
    var file = SeenFile(entry: entry, role: role, sha256: SHA256.hexDigest(of: json))
    if role == .recentErrors { file.json = json }
    seen.append(file)
  }

  private mutating func json(of entry: ArchiveEntry, _ reader: ArchiveReader) -> [UInt8]? {
    do throws(ArchiveError) {
      if let json = try reader.bytes(of: entry, limit: DocumentJSON.maximumBytes),
        DocumentJSON.hasFewValues(json)
      {
        return json
      }
      tell(.size, "it is too long to be looked at", in: entry)
    } catch {
      tell(.unreadable, error.description, in: entry)
    }
    return nil
  }

  private mutating func readLog(
    _ entry: ArchiveEntry, _ role: BundleDescription.Role?, _ reader: ArchiveReader
  ) {
    let sum = SHA256()
    var examination = LogExamination(examiner)
    var error: ArchiveError?
    do throws(ArchiveError) {
      try reader.read(entry) { (chunk) throws(ArchiveError) in
        examination.feed(chunk)
        sum.update(chunk)
      }
    } catch let damage {
      error = damage
    }
    let report = examination.finish()
    if let error { return tell(.unreadable, error.description, in: entry) }
    result.records += report.lines
    result.findings += report.faults.findings(in: entry.path)
    seen.append(SeenFile(entry: entry, role: role, sha256: sum.hexDigest(), log: report))
  }
}
