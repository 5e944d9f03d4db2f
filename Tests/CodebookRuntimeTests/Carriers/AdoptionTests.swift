import Testing

@testable import CodebookRuntime

@Suite struct AdoptionTests {
  private let fixture = Fixture()

  @Test func aBootstrapIsTakenOverAndTold() throws {
    let parent = Fixture(service: "desktop")
    let line = try CorrelationContext.withNew { try Bootstrap(from: parent.logger).text() }
    let bootstrap = try Bootstrap(parsing: line.utf8)
    parent.logger.adopt(session: .random())
    let provisional = fixture.logger.session
    let sent = Bootstrap(
      catalog: bootstrap.catalog, sessionID: .random(), context: bootstrap.context)
    #expect(fixture.logger.adopt(sent) == .identical)
    #expect(fixture.logger.session == sent.sessionID)
    fixture.say("after")
    let lines = fixture.sink.lines
    #expect(lines.count == 2)
    #expect(lines[0].contains("\"event\":\"session_adopted\""))
    #expect(lines[0].contains("\"provisional_session_id\":\"\(provisional)\""))
    for line in lines {
      #expect(line.contains(sent.sessionID.description))
      #expect(line.contains(bootstrap.context.correlationID.description))
    }
  }

  @Test func whatWasReplacedIsToldWithoutWhatCame() throws {
    let text = """
      {"codebook_bootstrap":1,"catalog_version":"9.0.0","catalog_digest":"d",\
      "session_id":"evil","correlation_id":null}
      """
    #expect(fixture.logger.adopt(try Bootstrap(parsing: text.utf8)) == .incompatible)
    let lines = fixture.sink.lines.filter { $0.contains("correlation_replaced") }
    #expect(lines.count == 2)
    #expect(lines[0].contains(#""carrier":"bootstrap","reason":"malformed""#))
    #expect(lines[1].contains(#""carrier":"bootstrap","reason":"missing""#))
    #expect(!fixture.sink.lines.contains { $0.contains("evil") })
  }

  @Test func aRequestIsServedInTheActionItCameFrom() async throws {
    let context = CorrelationContext(correlationID: .random(), spanID: .random())
    let headers = CorrelationHeaders.headers(context: context, sessionID: .random())
    let session = fixture.logger.session
    fixture.logger.accept(CorrelationHeaders.identifiers(in: headers)) { fixture.say("served") }
    let hostile = [CorrelationHeaders.correlation: "evil"]
    await fixture.logger.accept(CorrelationHeaders.identifiers(in: hostile)) { () async -> Void in
      await Task.yield()
      fixture.say("served")
    }
    let text = try ControlEnvelope(type: "x", context: context, sessionID: .random()).text()
    let envelope = try ControlEnvelope(parsing: text.utf8)
    fixture.logger.accept(envelope) { fixture.say("served") }
    let lines = fixture.sink.lines
    #expect(lines.count == 4)
    for line in [lines[0], lines[3]] {
      #expect(line.contains(context.correlationID.description))
      #expect(line.contains(context.spanID?.description ?? "no span"))
    }
    #expect(lines[1].contains(#""carrier":"http","reason":"malformed""#))
    #expect(!lines[1].contains("evil"))
    let replaced = try #require(lines[1].between("\"correlation_id\":\"", "\n")).prefix(36)
    #expect(lines[2].contains(replaced))
    #expect(lines.allSatisfy { $0.contains(session.description) })
  }

  @Test func aRequestWithoutIdentifiersIsNothingToTellOf() throws {
    let fixture = Fixture()
    fixture.logger.accept(CorrelationHeaders.identifiers(in: [:])) { fixture.say("served") }
    #expect(fixture.sink.lines.count == 1)
  }
}
