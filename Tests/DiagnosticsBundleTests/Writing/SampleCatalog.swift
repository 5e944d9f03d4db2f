import CodebookRuntime
import Redaction

@testable import DiagnosticsBundle

/// A small product with a bundle.
enum SampleCatalog {
  static let catalog = CatalogDescription(
    product: "Acme", prefix: "ACM",
    identity: CatalogIdentity(version: "1.0.0", digest: String(repeating: "a", count: 64)),
    levels: [.init("INFO", severity: 9), .init("ERROR", severity: 17)],
    services: ["desktop", "engine"], components: ["app"],
    fields: [
      .init("timestamp", role: .timestamp, isRequired: true),
      .init("level", role: .level, isRequired: true),
      .init("service", role: .service, isRequired: true),
      .init("message", role: .message, isRequired: true),
      .init("error_code", role: .errorCode),
      .init("attempt", type: .integer, minimum: 1),
    ],
    errors: [.init("ACM-NET-001", operatorMessage: "Network is down; check it.")], events: [],
    redaction: tables)

  static let tables: RedactionTables = {
    let rules = [
      RedactionRule(id: "password", finder: .key(.init(names: ["password"], value: .word))),
      RedactionRule(
        id: "token", finder: .value(.init(anchors: ["tok_"], lead: "", pattern: "[a-z]{8}"))),
    ]
    guard let tables = try? RedactionTables(rules: rules, safeKeys: [], limits: RedactionLimits())
    else { preconditionFailure() }
    return tables
  }()

  static func description(
    logBytes: Int = 1 << 20, totalBytes: Int = 4 << 20, logHours: Int? = nil,
    collectorSeconds: Int = 5
  ) -> BundleDescription {
    BundleDescription(
      version: 1, name: "acme-<utc_timestamp>-<short_session_id>.zip",
      files: [
        .init("manifest.json", role: .manifest),
        .init("logs/desktop.jsonl", role: .log(service: "desktop")),
        .init("logs/engine.jsonl", role: .log(service: "engine")),
        .init("environment.json", role: .environment),
        .init("process.json", role: .processLifecycle),
        .init("counters.json", role: .counters),
        .init("errors.json", role: .recentErrors),
        .init("state.json", role: .document(members: ["b", "a"])),
      ],
      logBytes: logBytes, totalBytes: totalBytes, logHours: logHours,
      collectorSeconds: collectorSeconds)
  }

  static let session = SessionID("1f0a7c52-3b1d-4c7e-9a66-0d5b8f2e4c11") ?? .random()

  static let now = Timestamp(milliseconds: 1_767_982_043_412)

  static let platform = PlatformMetadata(os: .linux, osVersion: "Debian 13", architecture: "x86_64")

  static func bundle(
    _ description: BundleDescription = description(), logs: [LogSource] = [],
    collectors: [any BundleCollector] = [], secrets: [String] = [], now: Timestamp = now,
    version: String = "1.4.2"
  ) -> DiagnosticsBundle {
    DiagnosticsBundle(
      description: description, catalog: catalog, app: AppVersion(name: "Acme", version: version),
      sessionID: session, logs: logs, collectors: collectors,
      secrets: secrets.map { LiveSecret($0) }, now: now, platform: platform)
  }

  static func redacted(_ text: String) -> String {
    Redactor(tables).redacted(text, key: "detail") ?? text
  }

  /// A record's line without its line feed.
  static func record(
    _ message: String, at time: String = "2026-01-09T18:00:00.000Z", code: String? = nil,
    service: String = "desktop"
  ) -> String {
    let error = code.map { ",\"error_code\":\"\($0)\"" } ?? ""
    return "{\"timestamp\":\"\(time)\",\"level\":\"INFO\",\"service\":\"\(service)\","
      + "\"message\":\"\(message)\"\(error)}"
  }
}
