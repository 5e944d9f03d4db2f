import CodebookCore
import CodebookLogs
import CodebookRuntime
import PredictionTraderCatalog
import Testing

@Suite("Components, and the services that have them") struct OriginTests {
  private static let catalog = LogCatalog(
    description: CatalogDescription(
      product: "Shop", prefix: "SH", identity: CatalogDescription.current.identity,
      levels: [.init("INFO", severity: 9)], services: ["api", "worker"],
      components: ["http", "queue", "any"],
      fields: [
        .init("service", role: .service), .init("component", role: .component),
        .init("event", role: .event), .init("details", role: .details, type: .object),
      ], errors: [],
      events: [
        .init("asked", components: ["http"]), .init("worked", services: ["worker"]),
        .init("both", services: ["worker"], components: ["http"]),
      ], redaction: CatalogDescription.current.redaction),
    eventsAreOpen: true, scopesAreOpen: true, scopes: [],
    componentServices: ["http": ["api"], "queue": ["api", "worker"]])

  private func rules(
    _ service: String, _ component: String, _ event: String = "own_event"
  ) -> [String] {
    CheckedLine(
      #"{"service":"\#(service)","component":"\#(component)","event":"\#(event)"}"#, Self.catalog
    ).findings.filter { $0.severity != .note }.map { "\($0.rule): \($0.message)" }
  }

  @Test func aComponentOfAnotherService() {
    let found = "log-component-service: the component `http` is of `api`, not of `worker`"
    #expect(rules("worker", "http") == [found])
    #expect(rules("worker", "http", "asked") == [found])
    #expect(rules("worker", "http", "worked") == [found])
    #expect(rules("api", "http") == [])
    #expect(rules("worker", "queue") == [])
    #expect(rules("worker", "any") == [])
    #expect(rules("worker", "runtime") == [])
  }

  /// What the event says of its own records counts, and is told once.
  @Test func theEventHasTheLastWord() {
    #expect(rules("worker", "http", "both") == [])
    #expect(
      rules("api", "http", "worked")
        == ["log-event-service: `worked` is logged by the service `api`, not `worker`"])
    #expect(
      rules("worker", "queue", "asked")
        == ["log-event-component: `asked` is logged by the component `queue`, not `http`"])
  }

  private func invalid(_ details: String) -> [String] {
    CheckedLine(
      #"{"service":"api","component":"http","event":"asked","details":\#(details)}"#, Self.catalog
    ).findings.map { "\($0.severity) \($0.rule): \($0.message)" }
  }

  @Test func argumentsThatWereReplaced() {
    let rule = "warning log-invalid-argument"
    let rest = "was not valid, and something else stands in its place"
    #expect(
      invalid(#"{"a":1,"_invalid":["attempt","http_status"]}"#) == [
        "\(rule): what was given as `attempt` \(rest)",
        "\(rule): what was given as `http_status` \(rest)",
      ])
    #expect(invalid(#"{"_invalid":true}"#) == ["\(rule): an argument \(rest)"])
    #expect(invalid(#"{"a":{"_invalid":["attempt"]},"_cut":3}"#) == [])
  }
}
