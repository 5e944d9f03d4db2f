import CodebookCore
import CodebookLogs
import CodebookRuntime
import Testing

@Suite struct LogCoverageTests {
  private typealias Row = LogCatalog.Row

  /// The sample with rows of its own, and some names on their way out.
  private static let catalog = LogCatalog(
    description: LogCatalog.sample.description, eventsAreOpen: true, scopesAreOpen: true,
    scopes: LogCatalog.sample.scopes,
    partings: [
      .init(.event, "reconnected"): .init(isRetired: false, replacement: nil),
      .init(.scope, "process.engine"): .init(isRetired: true, replacement: nil),
    ],
    rows: [
      Row(id: "RR-1", scenario: "a", events: ["reconnect_scheduled"], errors: []),
      Row(
        id: "RR-2", scenario: "b", events: ["rate_limited"], errors: [],
        scopes: ["rest.market_data"]),
      Row(id: "RR-3", scenario: "c", events: [], errors: ["PT-NET-001", "PT-HTTP-429"]),
      Row(id: "RR-4", scenario: "d", events: [], errors: []),
    ])

  private static func index(_ name: String, _ names: [String]) throws -> Int16 {
    Int16(try #require(names.firstIndex(of: name), "there is no \(name)"))
  }

  /// What records of these events, scopes and codes show.
  private static func coverage(
    _ records: [(event: String, scope: String?, code: String?)]
  ) throws -> LogCoverage {
    var counter = RecordCounter.sample
    let description = catalog.description
    for record in records {
      var facts = RecordFacts()
      facts.isObject = true
      facts.event = try index(record.event, description.events.map(\.name))
      if let scope = record.scope { facts.scope = try index(scope, catalog.scopes) }
      if let code = record.code {
        facts.errorCode = try index(code, description.errors.map(\.code))
      }
      facts.fields = 0b11
      counter.add(facts)
    }
    return LogCoverage(counter.summary(), catalog)
  }

  private static func states(_ coverage: LogCoverage) -> [LogCoverage.Item.State] {
    coverage.items(.rows).map(\.state)
  }

  @Test func whatWasSeenIsCounted() throws {
    let coverage = try Self.coverage([
      ("reconnect_scheduled", nil, nil), ("reconnect_scheduled", nil, nil),
    ])
    let item = coverage.items(.events).first { $0.name == "reconnect_scheduled" }
    #expect(item?.count == 2 && item?.state == .seen)
    #expect(coverage.share(of: .fields).seen == 2)
    #expect(coverage.share(of: .events).seen == 1)
  }

  @Test func nobodyAsksForWhatIsOnItsWayOut() throws {
    let coverage = try Self.coverage([])
    #expect(coverage.items(.events).first { $0.name == "reconnected" }?.state == .exempt)
    // What is gone is not even told.
    #expect(!coverage.items(.scopes).contains { $0.name == "process.engine" })
    let events = coverage.diagnostics(requiring: [.events], catalog: "c.yaml")
    #expect(!events.contains { $0.message.contains("`reconnected`") })
    #expect(events.count == Self.catalog.description.events.count - 1)
  }

  @Test func rowsAreLivedThroughByTheirSigns() throws {
    #expect(Self.states(try Self.coverage([])) == [.never, .never, .never, .exempt])
    let events = try Self.coverage([("reconnect_scheduled", "ws.market_data", nil)])
    #expect(Self.states(events) == [.seen, .never, .never, .exempt])
    let codes = try Self.coverage([("rate_limited", "rest.orders", "PT-HTTP-429")])
    #expect(Self.states(codes) == [.never, .never, .seen, .exempt])
  }

  /// The same event in another scope is another story.
  @Test func anEventCountsInTheScopesOfItsRow() throws {
    let elsewhere = try Self.coverage([
      ("rate_limited", "rest.orders", nil), ("reconnect_scheduled", "rest.market_data", nil),
    ])
    let row = elsewhere.items(.rows)[1]
    #expect(row.state == .never)
    #expect(row.remark == "no `rate_limited` in its scopes")
    let there = try Self.coverage([("rate_limited", "rest.market_data", nil)])
    #expect(there.items(.rows)[1].state == .seen)
    // Without a scope it may be, but the scope has to be seen somewhere.
    let without = try Self.coverage([("rate_limited", nil, nil)])
    #expect(without.items(.rows)[1].remark == "no scope `rest.market_data`")
  }

  @Test func aGateFindsEachThingOnce() throws {
    let coverage = try Self.coverage([("reconnect_scheduled", nil, nil)])
    let found = coverage.diagnostics(requiring: [.rows, .codes, .rows], catalog: "c.yaml")
    let codes = Self.catalog.description.errors.count
    #expect(found.count == 2 + codes)
    #expect(found.allSatisfy { $0.rule == "log-coverage" && $0.severity == .error })
    #expect(
      found.first?.message
        == "no log shows that row `RR-2` of the matrix was lived through: no `rate_limited` in its "
        + "scopes, scope `rest.market_data`")
    #expect(Set(found).count == found.count)
  }

  @Test func itIsToldInEachForm() throws {
    let coverage = try Self.coverage([("reconnect_scheduled", nil, nil)])
    let text = coverage.text(Palette(isOn: false))
    #expect(text.contains("rows        1  of 3\n"))
    #expect(text.contains("\nRows never seen\n  RR-2: no `rate_limited` in its scopes"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(coverage.markdown.contains("| rows | 1 of 3 | `RR-2` (no "))
    let json = String(decoding: coverage.value.canonical, as: UTF8.self)
    #expect(
      json.contains(#"{"count":1,"name":"reconnect_scheduled","state":"seen"}"#))
  }
}
