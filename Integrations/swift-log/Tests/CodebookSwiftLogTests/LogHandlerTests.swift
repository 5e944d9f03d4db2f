import CodebookRuntime
import Logging
import Testing

@testable import CodebookSwiftLog

@Suite struct LogHandlerTests {
  private let sink = MemorySink(capacity: 100)
  private let log: RecordLogger

  init() {
    log = RecordLogger(catalog: .sample, service: "engine", sink: sink)
  }

  private func logger(
    _ label: String = "com.example.HTTPClient", provider: Logger.MetadataProvider? = nil
  ) -> Logger {
    Logger(label: label) { label in
      CodebookLogHandler(label: label, log: log, metadataProvider: provider)
    }
  }

  /// The last line from its component on.
  private var last: String {
    let line = sink.lines.last ?? ""
    guard let start = line.firstRange(of: "\"component\"")?.lowerBound else { return line }
    return String(line[start...])
  }

  @Test func aMessageIsARecordOfTheLogger() {
    logger().info("Hello \u{1F600} \"you\"", source: "Sources")
    #expect(
      last.hasPrefix(
        #""component":"com_example_httpclient","event":"framework_log","message":"Hello 😀 \"you\"","#
      ))
    #expect(
      last.hasSuffix(#""details":{"logger":"com.example.HTTPClient","source":"Sources"}}"# + "\n"))
  }

  @Test func levelsAreTheCatalogs() {
    var logger = logger()
    logger.logLevel = .trace
    log.setLevel(severity: 1)
    for level in Logger.Level.allCases { logger.log(level: level, "x") }
    let levels = sink.lines.map { line in
      ["DEBUG", "INFO", "WARN", "ERROR"].first { line.contains("\"level\":\"\($0)\"") }
    }
    #expect(levels == ["DEBUG", "DEBUG", "INFO", "INFO", "WARN", "ERROR", "ERROR"])
  }

  @Test func metadataStandsInTheDetailsWithItsNesting() {
    var logger = logger(provider: Logger.MetadataProvider { ["b": "provided", "c": "provided"] })
    logger[metadataKey: "a"] = "logger's"
    logger[metadataKey: "b"] = "logger's"
    logger.warning(
      "x",
      metadata: [
        "c": ["z": ["1", "\(2)"], "n": .stringConvertible(5), "t": .stringConvertible(true)],
        "d": .stringConvertible(0.5), "logger": "mine", "password": "hunter2",
        "e": .stringConvertible(UInt64.max),
      ], source: "S")
    #expect(
      last.contains(
        #""details":{"logger":"com.example.HTTPClient","source":"S","a":"logger's","b":"provided","#
          + #""c":{"n":5,"t":true,"z":["1","2"]},"d":0.5,"e":"18446744073709551615","#
          + #""logger_":"mine","password":"[redacted:password]"}"#))
  }

  @Test func anErrorIsAnException() {
    struct Failure: Error {}
    logger().error("x", error: Failure())
    #expect(last.contains(#"Failure","message":"Failure()"}"#))
  }

  @Test func whatMustNotBeWrittenIsNowhere() {
    let secret = "ghp_" + String(repeating: "aB3", count: 12)
    struct Failure: Error { let secret: String }
    logger(secret).error(
      "with \(secret)",
      metadata: [
        "a": ["\(secret)", ["k": "\(secret)"]], "\(secret)": "key",
        "wrapped": .stringConvertible(Sensitive("planted")),
      ], error: Failure(secret: secret), source: secret)
    #expect(last.hasPrefix(#""component":"redacted","event":"framework_log","message":"with ["#))
    #expect(last.contains(#""wrapped":"[redacted:sensitive]""#))
    #expect(!last.contains("aB3aB3") && !last.contains("ab3ab3"))
  }

  @Test func recordsBelongToTheTasksAction() {
    CorrelationContext.withNew {
      logger().info("x")
      #expect(last.contains(CorrelationContext.current?.correlationID.description ?? "none"))
    }
  }

  @Test func levelsAreValuesAndFollowTheComponentUntilTheyAreSet() {
    let first = logger()
    var second = first
    #expect(first.logLevel == .info)
    log.setLevel(severity: 5, component: "com_example_httpclient")
    #expect(first.logLevel == .debug)
    second.logLevel = .error
    second[metadataKey: "only"] = "second"
    #expect(first.logLevel == .debug)
    #expect(first[metadataKey: "only"] == nil)
    log.setLevel(severity: 24, component: "com_example_httpclient")
    first.error("x")
    #expect(sink.lines.isEmpty)
    #expect(first.logLevel == .critical)
  }

  @Test func deepMetadataDoesNoHarm() {
    var value: Logger.MetadataValue = "x"
    for _ in 0..<1000 { value = .array([.dictionary(["k": value])]) }
    logger().info("x", metadata: ["deep": value])
    #expect(sink.lines.count == 1)
    #expect((sink.lines.first?.utf8.count ?? 0) < 16_384)
  }
}

extension CatalogDescription {
  fileprivate static let sample = CatalogDescription(
    product: "Sample", prefix: "PT",
    identity: CatalogIdentity(version: "1.0.0", digest: "d"),
    levels: [
      Level("DEBUG", severity: 5), Level("INFO", severity: 9), Level("WARN", severity: 13),
      Level("ERROR", severity: 17),
    ],
    services: ["engine"], components: ["ws_client"],
    fields: [
      Field("ts", role: .timestamp, isRequired: true),
      Field("level", role: .level, isRequired: true),
      Field("service", role: .service, isRequired: true),
      Field("component", role: .component, isRequired: true),
      Field("event", role: .event, isRequired: true),
      Field("message", role: .message, isRequired: true),
      Field("correlation_id", role: .correlation, isRequired: true),
      Field("session_id", role: .session, isRequired: true), Field("span_id", role: .span),
      Field("details", role: .details, type: .object),
    ], errors: [], events: [], redaction: tables)

  private static let tables: RedactionTables = {
    let password = RedactionRule(id: "password", finder: .key(.init(names: ["password"])))
    let token = RedactionRule(
      id: "code-token", finder: .value(.init(anchors: ["ghp_"], pattern: "[A-Za-z0-9]{36}")))
    do {
      return try RedactionTables(
        rules: [password, token], safeKeys: [], limits: RedactionLimits())
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}
