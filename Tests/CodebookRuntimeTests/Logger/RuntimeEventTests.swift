import CodebookRuntime
import Testing

@Suite struct RuntimeEventTests {
  @Test func anAdoptedSessionIsLoggedUnderItself() throws {
    let fixture = Fixture()
    let session = try #require(SessionID("00000000-0000-4000-8000-000000000001"))
    fixture.logger.adopt(session: session)
    #expect(fixture.logger.session == session)
    #expect(fixture.sink.last.contains("\"session_id\":\"\(session)\""))
    #expect(
      fixture.sink.last.contains(
        """
        "level":"INFO","service":"engine","component":"runtime","event":"session_adopted",\
        "message":"Session taken over"
        """))
    #expect(
      fixture.sink.last.hasSuffix(
        "\"details\":{\"provisional_session_id\":\"fefea8d9-0a09-422d-baf6-4f69970fa9ea\"}}\n"))
    fixture.logger.adopt(session: session)
    #expect(fixture.sink.lines.count == 1)
  }

  @Test func aCatalogSaysHowTheyAreLogged() {
    let sample = CatalogDescription.everyType
    let fixture = Fixture(
      service: "desktop",
      catalog: CatalogDescription(
        product: "Sample", prefix: "PT", identity: sample.identity,
        levels: [.init("LOW", severity: 2), .init("HIGH", severity: 15)],
        services: sample.services, components: ["one"], componentsAreOpen: false,
        fields: sample.fields, errors: sample.errors,
        events: [
          .init(
            "unexpected_error", services: ["engine"], components: ["one", "two"],
            errorCodes: ["PT-HTTP-429"], details: [.init("exception", type: .string)],
            message: "Broken")
        ], redaction: .sample))
    fixture.logger.record(
      .unexpectedError, component: "given", message: "given",
      details: ["more": 1, "exception": "E"])
    #expect(
      fixture.sink.last.contains(
        """
        "level":"HIGH","service":"engine","component":"one","event":"unexpected_error",\
        "message":"Broken"
        """))
    #expect(
      fixture.sink.last.hasSuffix(
        """
        "error_code":"PT-HTTP-429","details":{"exception":"E",\
        "operator_message":"HTTP 429 received.","more":1}}\n
        """))
    fixture.logger.record(.frameworkLog, component: "uvicorn", message: "given")
    #expect(
      fixture.sink.last.contains(
        "\"component\":\"runtime\",\"event\":\"framework_log\",\"message\":\"given\""))
  }

  @Test func theLevelIsTheLeastThatIsSevereEnough() {
    let fixture = Fixture()
    for severity in [1, 9, 10, 13, 17, 24] {
      fixture.logger.record(.frameworkLog, severity: severity)
    }
    #expect(fixture.sink.severities == [5, 9, 13, 13, 17, 17])
  }
}
