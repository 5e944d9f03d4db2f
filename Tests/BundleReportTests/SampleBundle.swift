import CodebookRuntime

@testable import BundleReport

/// Bundles for tests, made of a few lines.
enum SampleBundle {
  static let catalog = CatalogDescription(
    product: "Acme", prefix: "ACME", identity: CatalogIdentity(version: "1.0.0", digest: digest),
    levels: [
      .init("LOW", severity: 9), .init("LOUD", severity: 13), .init("WORST", severity: 17),
    ],
    services: ["ui", "core"], components: [],
    fields: [
      .init("when", role: .timestamp, isRequired: true), .init("grade", role: .level),
      .init("who", role: .service), .init("part", role: .component), .init("what", role: .event),
      .init("text", role: .message), .init("trace", role: .correlation),
      .init("code", role: .errorCode), .init("bucket", role: .scope),
      .init("more", role: .details, type: .object), .init("backoff_ms", type: .integer),
    ],
    errors: [.init("ACME-NET-001", operatorMessage: "The network failed; check the cable.")],
    events: [], redaction: .none)

  static let digest = String(repeating: "a", count: 64)

  /// A record with the catalog's names.
  static func record(
    _ second: Int, _ level: String = "LOW", _ service: String = "core", _ text: String = "text",
    trace: String = "t", code: String? = nil, bucket: String? = nil, backoff: Int? = nil
  ) -> String {
    var members = [
      #""when":"2026-01-09T18:07:\#(second < 10 ? "0" : "")\#(second).000Z""#,
      #""grade":"\#(level)""#, #""who":"\#(service)""#, #""what":"it""#, #""text":"\#(text)""#,
      #""trace":"\#(trace)""#,
    ]
    if let code { members.append(#""code":"\#(code)""#) }
    if let bucket { members.append(#""bucket":"\#(bucket)""#) }
    if let backoff { members.append(#""backoff_ms":\#(backoff)"#) }
    return "{\(members.joined(separator: ","))}"
  }

  static func log(_ lines: [String]) -> BundleContents.File {
    file("logs/core.log.jsonl", lines.map { $0 + "\n" }.joined())
  }

  static func file(_ path: String, _ text: String) -> BundleContents.File {
    BundleContents.File(path: path, bytes: Array(text.utf8))
  }

  static func story(
    _ files: [BundleContents.File], catalog: ReportCatalog = ReportCatalog(catalog, bundle: nil),
    notice: String? = nil
  ) -> BundleStory {
    BundleStory(
      BundleContents(archive: "acme.zip", files: files, notice: notice), catalog: catalog)
  }

  static let crashed = file(
    "state/lifecycle.json",
    """
    {"launch": [{"process": "core", "status": "crashed", "signal": 11, "attempts": 2}],
     "heartbeats": [{"process": "core", "last_at": "2026-01-09T18:07:01.000Z", "missed": 2}],
     "shutdown": [{"process": "core", "result": "crashed", "signal": 11,
       "at": "2026-01-09T18:07:02.000Z"}]}
    """)

  static let counters = file(
    "state/counters.json",
    """
    {"reconnects": [{"scope": "feed", "attempts": 12, "successes": 3}],
     "backoff": [{"scope": "feed", "backoff_ms": 1500, "attempt": 4}],
     "rate_limits": [{"scope": "orders", "count": 7}, {"scope": "feed", "count": 0}]}
    """)

  /// Texts that a terminal would obey, or that hide something.
  static let hostile = [
    "\\u001b[31mred\\u001b[0m", "\\u0007\\r\\b", "\u{202E}reversed\u{2066}", "a\u{200B}b\u{FEFF}",
    "\u{9B}2J", "</script><img src=x onerror=1>", String(repeating: "W", count: 900),
    "\u{65E5}\u{672C}\u{8A9E}\u{1F469}\u{200D}\u{1F4BB}\u{E0041}", "\u{2028}",
  ]
}
