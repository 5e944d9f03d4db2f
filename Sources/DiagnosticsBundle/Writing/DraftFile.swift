internal import CodebookRuntime
internal import Redaction

/// A file of a bundle before it is in it.
struct DraftFile: Sendable {
  enum Contents: Sendable {
    case bytes([UInt8])
    case log(SpooledLog)
  }

  let file: BundleDescription.File
  var contents = Contents.bytes([])
  /// What is left out of it.
  var omissions: [Omission] = []
  /// How often each rule found something in it, by its ID; of a log its own counts hold.
  var ruleCounts: [String: Int] = [:]
  var hasSecret = false

  init(_ file: BundleDescription.File) {
    self.file = file
  }

  var path: String { file.path }

  var isLog: Bool {
    if case .log = file.role { true } else { false }
  }

  var log: SpooledLog? {
    if case .log(let log) = contents { log } else { nil }
  }

  var bytes: Int {
    switch contents {
    case .bytes(let bytes): bytes.count
    case .log(let log): log.bytes
    }
  }

  /// Puts a note in the place of all that it holds.
  mutating func withhold(_ reason: OmissionReason) {
    contents = .bytes(isLog ? [] : UnavailableNote(reason).json())
    ruleCounts = [:]
    hasSecret = false
  }

  /// Takes what a document says.
  mutating func set(_ json: [UInt8], _ ruleCounts: [String: Int], _ search: SecretSearch) {
    contents = .bytes(json)
    self.ruleCounts = ruleCounts
    hasSecret = search.finds(in: json)
  }

  /// Puts a note in its place where a live secret stands in it.
  mutating func withholdSecret() {
    guard hasSecret else { return }
    omissions.append(Omission(path: path, reason: .secretFound))
    withhold(.secretFound)
  }

  /// How often each rule found something in it, by its ID.
  func counts(ids: Redactor) -> [String: Int] {
    guard let log else { return ruleCounts }
    return log.ruleCounts.reduce(into: [:]) {
      $0[StandingMarks.id(of: $1.key, ids), default: 0] += $1.value
    }
  }

  /// What the manifest says of it.
  var entry: ManifestFile {
    switch contents {
    case .bytes(let bytes):
      ManifestFile(
        path: path, bytes: bytes.count, sha256: SHA256.hexDigest(of: bytes),
        records: isLog ? ManifestFile.Records(count: 0) : nil)
    case .log(let log):
      ManifestFile(
        path: path, bytes: log.bytes, sha256: log.sha256,
        records: ManifestFile.Records(
          count: log.records.count, firstAt: log.records.firstAt, lastAt: log.records.lastAt))
    }
  }

  /// What is left out of it: by reason, then as it came.
  var orderedOmissions: [Omission] {
    OmissionReason.allCases.flatMap { reason in omissions.filter { $0.reason == reason } }
  }

  /// As a file of an archive.
  var member: ArchiveMember {
    switch contents {
    case .bytes(let bytes): ArchiveMember(path: path, contents: bytes)
    case .log(let log): ArchiveMember(path: path, bytes: log.bytes, open: log.reader)
    }
  }
}

extension SpooledLog {
  /// Reads the records from the first one on.
  func reader() -> ArchiveMember.Reader {
    var position = start
    return { (buffer) throws(ArchiveError) in
      do throws(BundleError) {
        let count = try spool.read(into: buffer, at: position)
        position += count
        return count
      } catch {
        throw ArchiveError(.failed, error.problem)
      }
    }
  }
}
