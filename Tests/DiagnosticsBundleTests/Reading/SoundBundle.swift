import TestFolders
import CodebookRuntime

@testable import DiagnosticsBundle

/// A bundle in which nothing is wrong, until somebody changes it.
struct SoundBundle {
  static let name = "acme-20260109T180723Z-1f0a7c52.zip"
  static let description = BundleDescription(
    version: 1, name: "acme-<utc_timestamp>-<short_session_id>.zip",
    files: [
      .init("manifest.json", role: .manifest),
      .init("logs/desktop.jsonl", role: .log(service: "desktop")),
      .init("logs/engine.jsonl", role: .log(service: "engine")),
      .init(
        "config.json",
        role: .configuration([
          .init("mode", type: .string), .init("rest.limit", type: .integer),
          .init("account.id", type: .string, sensitivity: .sensitive(fingerprint: "account")),
          .init("account.key", type: .string, sensitivity: .secret),
        ])),
      .init("environment.json", role: .environment),
      .init("process.json", role: .processLifecycle),
      .init("counters.json", role: .counters),
      .init("errors.json", role: .recentErrors),
      .init("state.json", role: .document(members: ["a", "b"])),
    ],
    logBytes: 1 << 20, totalBytes: 4 << 20, collectorSeconds: 5)

  /// What stands in the files, but for the manifest.
  var files: [(path: String, contents: [UInt8])]
  var manifest: BundleManifest
  /// The manifest's bytes, if not those of the manifest.
  var manifestBytes: [UInt8]?
  /// Whether the manifest is told of the files as they are.
  var isHonest = true

  init() {
    let lines = (0..<20).map { index in
      SampleCatalog.record(
        "line \(index)", at: "2026-01-09T18:00:\(10 + index).000Z",
        code: index % 5 == 0 ? "ACM-NET-001" : nil)
    }
    let config = ConfigurationDocument(config: [
      "mode": "paper", "rest": ["limit": 5], "account": ["id": "[redacted:sensitive]"],
    ])
    files = [
      ("logs/desktop.jsonl", Array((lines.joined(separator: "\n") + "\n").utf8)),
      ("logs/engine.jsonl", []),
      ("config.json", config.json()),
      (
        "environment.json",
        EnvironmentMetadata(runtimes: ["swift": "6.3"], platform: SampleCatalog.platform).json()
      ),
      (
        "process.json",
        ProcessLifecycle(launch: [ProcessLaunch(process: "engine", status: .running)]).json()
      ),
      (
        "counters.json",
        ReconnectCounters(reconnects: [ReconnectCount(scope: "ws", attempts: 2)]).json()
      ),
      (
        "errors.json",
        RecentErrors(errors: [
          ErrorSummary(
            errorCode: "ACM-NET-001", count: 4, firstAt: Self.time(10), lastAt: Self.time(25),
            services: ["desktop"], operatorMessage: "Network is down; check it.")
        ]).json()
      ),
      ("state.json", UnavailableNote(.notProvided).json()),
    ]
    manifest = BundleManifest(
      bundleVersion: 1, generatedAt: SampleCatalog.now, sessionID: SampleCatalog.session,
      app: AppVersion(name: "Acme", version: "1.4.2"), platform: SampleCatalog.platform,
      catalog: SampleCatalog.catalog.identity, files: [],
      omissions: [Omission(path: "state.json", reason: .notProvided)],
      secretSearch: .init(secrets: 0, tooShort: 0), redactionSummary: [:])
  }

  static func time(_ second: Int) -> Timestamp {
    Timestamp(milliseconds: 1_767_981_600_000 + Int64(second) * 1000)
  }

  subscript(path: String) -> [UInt8] {
    get { files.first { $0.path == path }?.contents ?? [] }
    set {
      for index in files.indices where files[index].path == path {
        files[index].contents = newValue
      }
    }
  }

  /// Puts one text in the place of another, which must be there.
  mutating func replace(_ old: String, by new: String, in path: String) {
    let text = String(decoding: self[path], as: UTF8.self)
    precondition(text.contains(old))
    self[path] = Array(text.replacing(old, with: new).utf8)
  }

  var archive: RawArchive {
    var manifest = manifest
    if isHonest { manifest.files = files.map { Self.told($0.path, $0.contents) } }
    let all = [("manifest.json", manifestBytes ?? manifest.json())] + files
    return RawArchive(all.map { RawArchive.Member($0.0, $0.1) })
  }

  private static func told(_ path: String, _ contents: [UInt8]) -> ManifestFile {
    var file = ManifestFile(
      path: path, bytes: contents.count, sha256: SHA256.hexDigest(of: contents))
    if path.hasSuffix(".jsonl") {
      let lines = contents.split(separator: 10)
      file.records = ManifestFile.Records(
        count: lines.count, firstAt: lines.isEmpty ? nil : time(10),
        lastAt: lines.isEmpty ? nil : time(29))
    }
    return file
  }

  /// What is found in a bundle of such bytes.
  static func verify(
    _ bytes: [UInt8], name: String = name, description: BundleDescription? = description,
    catalog: CatalogDescription? = SampleCatalog.catalog
  ) throws -> BundleVerification {
    let folder = TemporaryFolder()
    let verifier = BundleVerifier(
      description: description, catalog: catalog, rules: SampleCatalog.tables)
    let result = try verifier.verify(folder.write(name, bytes))
    precondition(folder.names == [name], "verification writes nothing")
    return result
  }
}
