import CodebookCore
import Foundation
import Testing

/// What a catalog says of connections and limiters is read, filled in, and told.
@Suite("The section of connections and limiters")
struct ResilienceSectionTests {
  private static func scenarios(_ sections: String) throws -> [String: Any] {
    let context = CatalogContext(try SmallResilience.catalog(sections), digest: "")
    let value = context.root.value(named: "scenariosJSON")
    guard case .string(let text)? = value else { return [:] }
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(json as? [String: Any])
  }

  @Test("what it leaves out is filled in")
  func defaults() throws {
    let section = try #require(try SmallResilience.catalog().resilience)
    let connection = try #require(section.connections.first)
    let ofConnection: [Int] = [
      connection.base, connection.cap, connection.stable, connection.dial, connection.idle,
      connection.drops, connection.window, connection.attempts, connection.probe,
    ]
    #expect(ofConnection == [500, 30_000, 30_000, 10_000, 0, 0, 60_000, 0, 300_000])
    #expect(!connection.critical && connection.events.isEmpty)
    let limiter = try #require(section.limiters.first)
    let ofLimiter: [Int] = [
      limiter.base, limiter.cap, limiter.stable, limiter.attempts, limiter.timeout,
      limiter.concurrency, limiter.tokens, limiter.throttlingCost, limiter.transientCost,
    ]
    #expect(ofLimiter == [500, 30_000, 60_000, 4, 10_000, 4, 500, 5, 14])
    let lane = try #require(limiter.lanes.first)
    #expect(limiter.lanes.count == 1 && limiter.venue == nil)
    #expect(lane.name == "requests" && lane.capacity == 64 && lane.share == 1 && !lane.gated)
  }

  @Test("what is the default is the same said or not")
  func saidDefaults() throws {
    let said = SmallResilience.section.replacing(
      "      component: storage\n      errors: {unreachable",
      with: """
              component: storage
              critical: false
              base_ms: 500
              cap_ms: 30000
              stable_ms: 30000
              dial_ms: 10000
              idle_ms: 0
              attempts: 0
              probe_ms: 300000
              errors: {unreachable
        """
    ).replacing(
      "      component: storage\n      errors: {rate",
      with: """
              component: storage
              budget: {tokens: 500, throttling: 5, transient: 14}
              lanes: {requests: {capacity: 64, share: 1, gated: false}}
              errors: {rate
        """)
    #expect(said != SmallResilience.section)
    func digest(_ text: String) throws -> String {
      CanonicalCatalog(try SmallResilience.catalog(text)).digest
    }
    #expect(try digest(said) == digest(SmallResilience.section))
  }

  @Test("a catalog without it is what it was, and says so to test suites")
  func without() throws {
    let catalog = try SmallResilience.catalog("")
    let canonical = String(decoding: CanonicalCatalog(catalog).json, as: UTF8.self)
    #expect(!canonical.contains("resilience") && !canonical.contains("timelines"))
    let json = try Self.scenarios("")
    #expect(json["resilience"] is NSNull && (json["scenarios"] as? [Any])?.isEmpty == true)
  }

  @Test("test suites get every policy in the catalog's order, and steps as they were written")
  func scenariosOfTestSuites() throws {
    let more = SmallResilience.section.replacing(
      "  limiters:\n",
      with: """
            a.first: {component: storage, errors: {unreachable: ACME-DB-001, interrupted: ACME-DB-001}}
          limiters:

        """
    ).replacing("scopes:\n", with: "scopes:\n  a.first: {description: First by name.}\n")
    let row = SmallResilience.row(
      SmallResilience.start, "{t: 1, submit: a-1, scope: rest.orders, lane: requests}",
      "{t: 2, answer: a-1, status: unsent}",
      "{t: 3, expect: {connections: {ws.feed: {timers: {dial: null}}}, records: 0}}")
    let json = try Self.scenarios(more + row)
    let resilience = try #require(json["resilience"] as? [String: Any])
    let connections = try #require(resilience["connections"] as? [[String: Any]])
    #expect(connections.compactMap { $0["scope"] as? String } == ["ws.feed", "a.first"])
    let limiter = try #require((resilience["limiters"] as? [[String: Any]])?.first)
    #expect(limiter["venue"] is NSNull && limiter["throttling_cost"] as? Int == 5)
    #expect((json["services"] as? [String: String])?["storage"] == "app")
    let scenario = try #require((json["scenarios"] as? [[String: Any]])?.first)
    let timeline = try #require((scenario["timelines"] as? [[String: Any]])?.first)
    #expect(timeline["name"] as? String == "drop" && timeline["seed"] as? Int == 42)
    let steps = try #require(timeline["steps"] as? [NSDictionary])
    let expected: [NSDictionary] = [
      ["t": 0, "start": "ws.feed"],
      ["t": 1, "submit": "a-1", "scope": "rest.orders", "lane": "requests"],
      ["t": 2, "answer": "a-1", "status": "unsent"],
      [
        "t": 3,
        "expect": ["connections": ["ws.feed": ["timers": ["dial": NSNull()]]], "records": 0],
      ],
    ]
    #expect(steps.elementsEqual(expected) { $0.isEqual($1) })
    let runbook = try #require(scenario["runbook"] as? [String: [String]])
    #expect(runbook["check"] == ["It is back.", "All is well."])
  }

  @Test("a tombstone of a scenario is not run any more")
  func retired() throws {
    let row = SmallResilience.row(SmallResilience.start, SmallResilience.end)
      .replacing("    scenario:", with: "    stability: retired\n    scenario:")
    let json = try Self.scenarios(SmallResilience.section + row)
    #expect((json["scenarios"] as? [Any])?.isEmpty == true)
  }

  @Test("explaining a scenario tells its timelines, its runbook and what to read")
  func scenario() throws {
    let facts = try Self.facts("RR-01")
    #expect(facts["timelines"] == "drop: 2 steps, seed 42")
    #expect(facts["check"] == "It is back.\nAll is well.")
    #expect(facts["read"] == "docs/runbook.md#RR-01, docs/matrix.md#RR-01")
  }

  @Test("explaining a scope tells its policy and what it is logged as")
  func scopes() throws {
    let feed = try Self.facts("ws.feed")
    #expect(feed["given up"] == "never" && feed["degraded"] == "never")
    #expect(feed["logged as"] == "recovered: app_started")
    let orders = try Self.facts("rest.orders")
    #expect(orders["lanes"] == "requests: 64 may wait, 1 at its turn")
    #expect(orders["budget"] == "500 tokens; a retry costs 5 after a limit, else 14")
  }

  private static func facts(_ id: String) throws -> [String: String] {
    let found = Explanation.entries(id, in: try SmallResilience.catalog())
    return Dictionary(uniqueKeysWithValues: found.flatMap(\.facts).map { ($0.name, $0.value) })
  }
}
