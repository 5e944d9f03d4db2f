public import CodebookRuntime

/// `manifest.json`: what is in a bundle, and what is not.
///
/// Specification, 3.3.
public struct BundleManifest: BundleDocument {
  /// How the live secrets that the product holds were searched for.
  public struct SecretSearch: Hashable, Sendable {
    /// How many were searched for.
    public var secrets: Int

    /// How many were not, since they have fewer than six bytes.
    public var tooShort: Int

    /// How secrets were searched for.
    public init(secrets: Int, tooShort: Int) {
      self.secrets = secrets
      self.tooShort = tooShort
    }
  }

  /// The version of the bundle's layout.
  public var bundleVersion: Int

  /// When the bundle was made; its name and its files have this time.
  public var generatedAt: Timestamp

  /// The session of the process that made it.
  public var sessionID: SessionID

  /// Which build of the product made it.
  public var app: AppVersion

  /// What it runs on; of it only `summary` is written.
  public var platform: PlatformMetadata

  /// The catalog that it was made with.
  public var catalog: CatalogIdentity

  /// The files in the archive's order, without the manifest.
  public var files: [ManifestFile]

  /// What was left out, in the order of the files.
  public var omissions: [Omission]

  /// How secrets were searched for.
  public var secretSearch: SecretSearch

  /// How often each rule of redaction found something, by its ID.
  public var redactionSummary: [String: Int]

  /// What is in a bundle, and what is not.
  public init(
    bundleVersion: Int, generatedAt: Timestamp, sessionID: SessionID, app: AppVersion,
    platform: PlatformMetadata, catalog: CatalogIdentity, files: [ManifestFile],
    omissions: [Omission], secretSearch: SecretSearch, redactionSummary: [String: Int]
  ) {
    self.bundleVersion = bundleVersion
    self.generatedAt = generatedAt
    self.sessionID = sessionID
    self.app = app
    self.platform = platform.summary
    self.catalog = catalog
    self.files = files
    self.omissions = omissions
    self.secretSearch = secretSearch
    self.redactionSummary = redactionSummary
  }

  /// The document as a value.
  public var value: LogValue {
    .members([
      "bundle_version": .count(bundleVersion),
      "generated_at": .time(generatedAt),
      "session_id": .string(sessionID.description),
      "app": app.value,
      "platform": platform.summary.value,
      "catalog": .members([
        "version": .string(catalog.version), "digest": .string(catalog.digest),
      ]),
      "files": .items(files, \.value),
      "omissions": .items(omissions, \.value),
      "secret_search": .members([
        "secrets": .count(secretSearch.secrets), "too_short": .count(secretSearch.tooShort),
      ]),
      "redaction_summary": .object(
        LogObject(redactionSummary.sortedByBytes.map { ($0.key, .integer(Int64($0.value))) })),
    ])
  }

  /// Reads a manifest, strictly.
  public init(_ value: LogValue) throws(DocumentError) {
    var reader = try DocumentReader(value)
    bundleVersion = try reader.required("bundle_version", Self.version)
    generatedAt = try reader.required("generated_at", DocumentValue.time)
    sessionID = try reader.required("session_id", Self.sessionID)
    app = try reader.required("app", AppVersion.init(_:at:))
    platform = try reader.required("platform") { (value, path) throws(DocumentError) in
      try PlatformMetadata(value, at: path, isSummary: true)
    }
    catalog = try reader.required("catalog", Self.identity)
    files = try reader.required("files", DocumentValue.items(ManifestFile.init(_:at:)))
    omissions = try reader.required("omissions", DocumentValue.items(Omission.init(_:at:)))
    secretSearch = try reader.required("secret_search", Self.secretSearch)
    redactionSummary = try reader.required("redaction_summary", Self.counts)
    try reader.end()
  }

  private static func version(_ value: LogValue, _ path: String) throws(DocumentError) -> Int {
    let version = try DocumentValue.integer(value, path)
    guard version >= 1 else { throw DocumentError(path: path, reason: "is less than 1") }
    return version
  }

  private static func sessionID(
    _ value: LogValue, _ path: String
  ) throws(DocumentError) -> SessionID {
    guard case .string(let text) = value, let id = SessionID(text) else {
      throw DocumentError(path: path, reason: "is not a UUID in small hexadecimal digits")
    }
    return id
  }

  private static func identity(
    _ value: LogValue, _ path: String
  ) throws(DocumentError) -> CatalogIdentity {
    var reader = try DocumentReader(value, at: path)
    let version = try reader.required("version", DocumentValue.text)
    let digest = try reader.required("digest", Digest.read)
    try reader.end()
    return CatalogIdentity(version: version, digest: digest)
  }

  private static func secretSearch(
    _ value: LogValue, _ path: String
  ) throws(DocumentError) -> SecretSearch {
    var reader = try DocumentReader(value, at: path)
    let search = SecretSearch(
      secrets: try reader.required("secrets", DocumentValue.count),
      tooShort: try reader.required("too_short", DocumentValue.count))
    try reader.end()
    return search
  }

  /// Counts by the IDs of rules.
  private static func counts(
    _ value: LogValue, _ path: String
  ) throws(DocumentError) -> [String: Int] {
    var counts: [String: Int] = [:]
    for member in try DocumentValue.object(value, path) {
      guard RuleID.isValid(member.key) else {
        throw DocumentError(path: path, reason: "has a name that is no rule's ID")
      }
      let count = try DocumentValue.count(member.value, "\(path).\(member.key)")
      guard count > 0 else {
        throw DocumentError(path: "\(path).\(member.key)", reason: "counts nothing")
      }
      counts[member.key] = count
    }
    return counts
  }
}

/// The ID of a rule of redaction: words of small letters and digits with hyphens between.
enum RuleID {
  private static let maximumLength = 40

  static func isValid(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard text.utf8.count <= maximumLength, let first = text.utf8.first, isLetter(first) else {
      return false
    }
    return words.allSatisfy { !$0.isEmpty && $0.allSatisfy { isLetter($0) || isDigit($0) } }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}

extension Dictionary where Key == String {
  /// The pairs by the bytes of their names, as sorted members stand in a document.
  var sortedByBytes: [Element] {
    sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
