@testable import CodebookRuntime
import Testing

@Suite struct MessageSegmentTests {
  @Test(
    arguments: [
      (
        "Lifted {label} of {weight} kg",
        [.text("Lifted "), .parameter("label"), .text(" of "), .parameter("weight"), .text(" kg")]
      ),
      ("{label}", [.parameter("label")]), ("", []), ("{{label}}", [.text("{{label}}")]),
      ("{other} {label", [.text("{other} {label")]), ("a } { b", [.text("a } { b")]),
      ("{label}{label}", [.parameter("label"), .parameter("label")]),
      ("{x{label}", [.text("{x"), .parameter("label")]), ("{_}{}", [.text("{_}{}")]),
    ] as [(String, [MessageSegment])])
  func messagesAreSplitAtKnownNames(_ message: String, _ expected: [MessageSegment]) {
    #expect(MessageSegment.split(message, at: ["label", "weight"]) == expected)
  }

  @Test func aLayoutFillsMessagesIn() {
    let sample = CatalogDescription.everyType
    let fixture = Fixture(
      catalog: CatalogDescription(
        product: "Sample", prefix: "PT", identity: sample.identity, levels: sample.levels,
        services: sample.services, components: [], fields: sample.fields, errors: sample.errors,
        events: [
          .init(
            "lifted", optionalFields: ["attempt", "note", "error_code"],
            details: [.init("api_key", type: .string), .init("tags", type: .array)],
            message: "{attempt} {note} {api_key} {tags} {error_code}")
        ], redaction: .sample))
    var record = LogRecord(
      level: "INFO", severity: 9, component: "c", event: "lifted", message: "ignored",
      errorCode: "PT-HTTP-429", fields: ["attempt": 500],
      declaredDetails: ["api_key": "planted", "tags": ["a", 1]])
    fixture.logger.record(record)
    #expect(
      fixture.sink.last.contains(
        "\"message\":\"100 … [redacted:api-key] [\\\"a\\\",1] PT-HTTP-429\",\"correlation_id\""))
    #expect(
      fixture.sink.last.contains(
        "\"details\":{\"api_key\":\"[redacted:api-key]\",\"tags\":[\"a\",1],\"operator_message\":"))
    record.declaredDetails = [:]
    record.errorCode = "PT-NONE-000"
    fixture.logger.record(record)
    #expect(fixture.sink.last.contains("\"message\":\"100 … … … …\""))
    #expect(fixture.sink.last.contains("\"details\":{\"_invalid\":[\"error_code\",\"attempt\"]}"))
    #expect(!fixture.sink.last.contains("PT-NONE"))
  }

  @Test func requiredFieldsWithoutAValueGetWhatIsNearestToNothing() {
    let sample = CatalogDescription.everyType
    let fields =
      sample.fields + [
        .init("tenant", isRequired: true),
        .init("size_b", type: .integer, isRequired: true, minimum: 2),
      ]
    let fixture = Fixture(
      catalog: CatalogDescription(
        product: "Sample", prefix: "PT", identity: sample.identity, levels: sample.levels,
        services: sample.services, components: [], fields: fields, errors: sample.errors,
        events: [], redaction: .sample))
    fixture.logger.record(.frameworkLog, details: ["logger": "x"])
    #expect(
      fixture.sink.last.hasSuffix(
        "\"details\":{\"_invalid\":[\"tenant\",\"size_b\"],\"logger\":\"x\"},\"tenant\":\"\",\"size_b\":2}\n"
      ))
  }
}
