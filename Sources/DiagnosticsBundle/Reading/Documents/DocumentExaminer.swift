internal import CodebookRuntime
internal import Redaction

/// Looks at a JSON file of a bundle: whether it is what its role asks for, written as bundles write
/// it, and without anything that is never written.
struct DocumentExaminer {
  let redactor: Redactor
  let catalog: CatalogDescription?
  /// The file's path in the archive.
  let member: String
  private(set) var findings: [BundleFinding] = []

  init(_ redactor: Redactor, catalog: CatalogDescription?, member: String) {
    self.redactor = redactor
    self.catalog = catalog
    self.member = member
  }

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - role: What the catalog says of it; `nil` where there is no catalog.
  ///   - omissions: What the manifest says was left out; `nil` without a manifest.
  mutating func look(
    at json: [UInt8], role: BundleDescription.Role?, omissions: [Omission]?
  ) {
    do throws(DocumentError) {
      let value = try DocumentJSON.value(of: json)
      if UnavailableNote.isNote(value) {
        let note = try UnavailableNote(value)
        compare(note, with: omissions)
        compare(json, with: note.value)
      } else {
        try look(at: value, json, role)
      }
    } catch {
      tell(.schema, error.description)
    }
  }

  /// The manifest, where it is one.
  mutating func manifest(_ json: [UInt8]) -> BundleManifest? {
    do throws(DocumentError) {
      let manifest = try BundleManifest(json: json)
      var redaction = DocumentRedactor(redactor, catalog: catalog)
      compare(json, with: manifest.value, redaction.redacted(manifest).value, redaction.finds)
      return manifest
    } catch {
      tell(.schema, error.description)
      return nil
    }
  }

  private mutating func look(
    at value: LogValue, _ json: [UInt8], _ role: BundleDescription.Role?
  ) throws(DocumentError) {
    var redaction = DocumentRedactor(redactor, catalog: catalog)
    switch role {
    case .environment?:
      let document = try EnvironmentMetadata(value)
      compare(json, with: document.value, redaction.redacted(document).value, redaction.finds)
    case .processLifecycle?:
      let document = try ProcessLifecycle(value)
      compare(json, with: document.value, redaction.redacted(document).value, redaction.finds)
    case .counters?:
      let document = try ReconnectCounters(value)
      compare(json, with: document.value, redaction.redacted(document).value, redaction.finds)
    case .recentErrors?:
      let document = try RecentErrors(value)
      compare(json, with: document.value, redaction.redacted(document).value, redaction.finds)
    case .configuration(let keys)?:
      let document = try ConfigurationDocument(value)
      findings += ConfigurationExaminer(keys, redactor).faults(of: document.config).map {
        BundleFinding($0.rule, $0.message, member: member)
      }
      compare(json, with: document.value, redaction.redacted(value), redaction.finds)
    case .document(let members)?:
      try look(for: members, in: value)
      compare(json, with: value, redaction.redacted(value), redaction.finds)
    case .manifest?, .log?, nil:
      guard case .object = value else {
        throw DocumentError(path: "", reason: "it is not an object")
      }
      compare(json, with: value, redaction.redacted(value), redaction.finds)
    }
  }

  private func look(for members: [String], in value: LogValue) throws(DocumentError) {
    guard case .object(let object) = value else {
      throw DocumentError(path: "", reason: "it is not an object")
    }
    guard object.allSatisfy({ members.contains($0.key) }) else {
      throw DocumentError(path: "", reason: "it has a member that the catalog does not list")
    }
  }

  /// A note must be the manifest's, too.
  private mutating func compare(_ note: UnavailableNote, with omissions: [Omission]?) {
    guard let omissions,
      !omissions.contains(where: { $0.path == member && $0.reason == note.reason })
    else { return }
    tell(.schema, "`unavailable` is no omission of the manifest")
  }

  /// The bytes must be those that the value has in a bundle.
  private mutating func compare(_ json: [UInt8], with value: LogValue) {
    let expected = DocumentWriter.json(value)
    guard expected != json else { return }
    let place = zip(expected, json).enumerated().first { $1.0 != $1.1 }?.offset
    tell(
      .schema,
      "it is not written as bundles write it, from byte \(place ?? min(expected.count, json.count))"
    )
  }

  /// Nothing may be found any more.
  private mutating func compare(
    _ json: [UInt8], with value: LogValue, _ redacted: LogValue, _ finds: RedactionFinds
  ) {
    compare(json, with: value)
    guard let path = DocumentDifference.path(of: redacted, from: value) else { return }
    let place = path.isEmpty ? "" : " in `\(path)`"
    findings.append(
      BundleFinding(
        .secret, SecretFinds.message(finds, redactor) + place, member: member,
        fix: BundleFix.secret))
  }

  private mutating func tell(_ rule: BundleRule, _ message: String) {
    findings.append(BundleFinding(rule, message, member: member, fix: BundleFix.another))
  }
}

/// Where two values of one shape differ.
enum DocumentDifference {
  /// The path of the first difference, without names that differ; `nil` where there is none.
  static func path(of left: LogValue, from right: LogValue, at path: String = "") -> String? {
    switch (left, right) {
    case (.object(let left), .object(let right)) where left.count == right.count:
      for (left, right) in zip(left, right) {
        guard Array(left.key.utf8) == Array(right.key.utf8) else { return path }
        let inner = path.isEmpty ? left.key : "\(path).\(left.key)"
        if let found = self.path(of: left.value, from: right.value, at: inner) { return found }
      }
      return nil
    case (.array(let left), .array(let right)) where left.count == right.count:
      for (index, (left, right)) in zip(left, right).enumerated() {
        if let found = self.path(of: left, from: right, at: "\(path)[\(index)]") { return found }
      }
      return nil
    case (.string(let left), .string(let right)):
      return Array(left.utf8) == Array(right.utf8) ? nil : path
    default: return left == right ? nil : path
    }
  }
}
