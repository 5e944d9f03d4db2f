import CodebookCore
import CodebookLogs
import CodebookRuntime
import PredictionTraderCatalog
import Testing

@Suite("Examples of rules about logs do what they say")
struct LogRuleExampleTests {
  /// Rules whose bad example is not a line that a text can be, or that take more than a line.
  private static let untold = [
    "log-empty", "log-utf8", "log-oversized-line", "log-session-changed",
    "log-correlation-session", "log-span-correlation", "log-window", "log-coverage",
  ]

  private static let rules = RuleRegistry.rules.filter { $0.stage == .logs }.map(\.id)

  private func findings(_ lines: String) -> [LineFinding] {
    lines.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { CheckedLine(String($0), .examples).findings }
  }

  @Test(arguments: rules.filter { !untold.contains($0) })
  func theBadOneIsFoundByThisRuleAlone(_ id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    let found = findings(rule.badExample)
    #expect(Set(found.map(\.rule)) == [id], "\(found)")
    #expect(found.allSatisfy { $0.severity == rule.severity })
  }

  @Test(arguments: rules.filter { $0 != "log-window" })
  func theGoodOneIsClean(_ id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    #expect(findings(rule.goodExample) == [])
  }

  @Test func anotherEncoding() {
    let line = Array(#"{"message":"G"#.utf8) + [0xE9] + Array(#"n"}"#.utf8)
    let found = CheckedLine(line).findings.filter { $0.rule == "log-utf8" }
    #expect(found.map(\.range) == [13..<14])
  }

  @Test(arguments: [16_382, 16_383, 65_536])
  func aLineThatIsTooLong(_ length: Int) throws {
    let good = try #require(RuleRegistry.rule("log-empty")?.goodExample)
    let text = String(repeating: "x", count: length - good.utf8.count)
    let line = good.replacing("Engine READY", with: text + "Engine READY")
    let found = CheckedLine(line).findings
    #expect(found.map(\.rule) == (length > 16_382 ? ["log-oversized-line"] : []))
  }
}

extension LogCatalog {
  /// The shipped catalog with what the examples of rules need.
  static let examples: LogCatalog = {
    let shipped = CatalogDescription.current
    let account = CatalogDescription.Detail(
      "account", type: .string, isRequired: true, sensitivity: .sensitive(fingerprint: nil))
    return LogCatalog(
      description: CatalogDescription(
        product: shipped.product, prefix: shipped.prefix, identity: shipped.identity,
        levels: shipped.levels, services: shipped.services, components: shipped.components,
        fields: shipped.fields, errors: shipped.errors,
        events: shipped.events + [CatalogDescription.Event("signed_in", details: [account])],
        redaction: shipped.redaction),
      eventsAreOpen: true, scopesAreOpen: true, scopes: LogCatalog.sample.scopes,
      componentServices: [
        "process_manager": ["desktop"], "ws_client": ["engine"], "rest_client": ["engine"],
        "risk": ["engine"], "db_writer": ["engine"], "network": ["engine"],
      ],
      partings: [
        Name(.event, "engine_handshake_done"): Parting(
          isRetired: true, replacement: "engine_ready_received"),
        Name(.event, "network_recovered"): Parting(isRetired: false, replacement: nil),
      ])
  }()
}
