internal import CodebookRuntime

/// The files of a bundle by what they hold: by the catalog's word, or else by how they look.
struct BundleDocuments: Sendable {
  var manifest: LogValue = .null
  var configuration: LogValue?
  var environment: LogValue?
  var lifecycle: LogValue?
  var counters: LogValue?
  var recentErrors: LogValue?
  /// What the product gives beside.
  var others: [(path: String, value: LogValue)] = []
  var logs: [(place: Int, bytes: [UInt8])] = []
  /// The reasons of notes that stand in the place of contents, by path.
  var unavailable: [String: String] = [:]
  /// Paths of documents that are no JSON.
  var unreadable: [String] = []

  /// A document has at most as many bytes; the logs may have more.
  private static let documentBytes = 64 << 20

  init(_ contents: BundleContents, _ catalog: ReportCatalog) {
    for (place, file) in contents.files.enumerated() {
      let role = catalog.roles[file.path]
      if Self.isLog(file.path, role) {
        logs.append((place, file.bytes))
        continue
      }
      guard let value = try? JSONReader.read(file.bytes, limit: Self.documentBytes) else {
        unreadable.append(file.path)
        continue
      }
      if let reason = value["unavailable"]?.text, value.members.count == 1 {
        unavailable[file.path] = reason
      } else {
        take(value, of: file.path, role)
      }
    }
  }

  private static func isLog(_ path: String, _ role: BundleDescription.Role?) -> Bool {
    if case .log? = role { return true }
    return role == nil && path.hasSuffix(".jsonl")
  }

  private mutating func take(
    _ value: LogValue, of path: String, _ role: BundleDescription.Role?
  ) {
    switch role ?? Self.role(of: value, at: path) {
    case .manifest: manifest = value
    case .configuration: configuration = value["config"] ?? value
    case .environment: environment = value
    case .processLifecycle: lifecycle = value
    case .counters: counters = value
    case .recentErrors: recentErrors = value
    case .document, .log: others.append((path, value))
    }
  }

  /// What a document that the catalog does not know must be, by its members.
  private static func role(of value: LogValue, at path: String) -> BundleDescription.Role {
    if path == "manifest.json" || value["bundle_version"] != nil { return .manifest }
    if value["config"] != nil { return .configuration([]) }
    if value["runtimes"] != nil { return .environment }
    if value["launch"] != nil { return .processLifecycle }
    if value["reconnects"] != nil { return .counters }
    return value["errors"] != nil ? .recentErrors : .document(members: [])
  }
}
