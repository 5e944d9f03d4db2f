import CodebookLogs
import CodebookRuntime
import PredictionTraderCatalog
import Testing

@Suite("A message names what is there, and what should be")
struct MessageTests {
  private static let catalog: LogCatalog = {
    let shipped = CatalogDescription.current
    let events = [
      CatalogDescription.Event(
        "job_failed", level: "WARN", services: ["engine"], components: ["rest_client", "risk"],
        requiredFields: ["attempt"], errorCodes: ["PT-HTTP-429"],
        details: [.init("job", type: .string, isRequired: true)])
    ]
    return LogCatalog(
      description: CatalogDescription(
        product: shipped.product, prefix: shipped.prefix, identity: shipped.identity,
        levels: shipped.levels, services: shipped.services, components: shipped.components,
        fields: shipped.fields, errors: shipped.errors, events: events,
        redaction: shipped.redaction),
      eventsAreOpen: true, scopesAreOpen: true, scopes: LogCatalog.sample.scopes, partings: [:])
  }()

  private static func record(_ members: String) -> String {
    #"{"ts":"2026-01-09T18:07:23.412Z","message":"m","#
      + #""correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263","#
      + #""session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea","# + members + "}"
  }

  private static let start = #""service":"engine","component":"risk","event":"job_failed""#
  private static let whole = #""level":"WARN","attempt":1,"details":{"job":"a"},"#

  @Test(arguments: [
    (
      start + #","level":"INFO","attempt":1,"details":{"job":"a"}"#,
      "`job_failed` is INFO, not WARN"
    ),
    (start + #","level":"WARN","details":{"job":"a"}"#, "`job_failed` lacks the field `attempt`"),
    (start + #","level":"WARN","attempt":1"#, "`job_failed` lacks the detail `job`"),
    (
      start + #","level":"WARN","attempt":0,"details":{"job":"a"}"#,
      "`attempt` is less than its minimum, 1"
    ),
    (
      start + "," + whole + #""error_code":"PT-DB-001""#,
      "`job_failed` carries the error code `PT-DB-001`, not `PT-HTTP-429`"
    ),
    (
      whole + #""service":"desktop","component":"risk","event":"job_failed""#,
      "`job_failed` is logged by the service `desktop`, not `engine`"
    ),
    (
      whole + #""service":"engine","component":"process_manager","event":"job_failed""#,
      "`job_failed` is logged by the component `process_manager`, not `rest_client` or `risk`"
    ),
    (
      start + "," + whole + #""span_id":"00f067aa0ba902b7","span_id":"00f067aa0ba902b7""#,
      "`span_id` stands twice in an object"
    ),
    (
      start + "," + whole + #""backoff_ms":True"#,
      "`True`, which is no JSON value, stands in the record"
    ),
    (
      start + "," + whole + #""backoff_ms":hunter2"#,
      "a word that is no JSON value stands in the record"
    ),
  ])
  func message(_ members: String, _ expected: String) {
    let found = CheckedLine(Self.record(members), Self.catalog).findings
    #expect(found.map(\.message) == [expected])
  }

  @Test func anIdentifierWithCapitals() {
    let line = Self.record(Self.start + "," + Self.whole.dropLast())
      .replacing("4e18bf6a", with: "4E18BF6A")
    let found = CheckedLine(line, Self.catalog).findings
    #expect(
      found.map(\.message) == [
        "`correlation_id` is a UUID with capital letters, not small ones"
      ])
  }

  /// What may be anybody's text is redacted and cut, wherever a message names it.
  @Test func namesAreQuotedWithCare() {
    let secret = "jane.doe@example.com"
    let line = Self.record(
      Self.whole + #""service":"engine","event":"job_failed","component":"\#(secret)","#
        + #""a\#(String(repeating: "b", count: 500))":1,"#
        + #""a\#(String(repeating: "b", count: 500))":1,"\#(secret)":1,"\#(secret)":2"#)
    let found = CheckedLine(line, Self.catalog).findings
    #expect(Set(found.map(\.rule)).isSuperset(of: ["log-event-component", "log-duplicate-name"]))
    for finding in found {
      #expect(!finding.message.contains("jane"))
      #expect(finding.message.count < 200)
    }
  }

  @Test(arguments: [
    (#""level":"LOUD""#, "write one of `TRACE`, `DEBUG`, `INFO`, `WARN`, `ERROR`"),
    (#""backoff":5"#, "did you mean `backoff_ms`?"),
    (#""zzz":5"#, "put it into details, or declare it as a field"),
  ])
  func whatThereIsToChooseFrom(_ member: String, _ fix: String) {
    let found = CheckedLine(Self.record(member), Self.catalog).findings
    #expect(found.contains { $0.rule.hasPrefix("log-unknown-") && $0.fix == fix }, "\(found)")
  }
}
