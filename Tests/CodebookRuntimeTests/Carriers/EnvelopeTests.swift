import CodebookRuntime
import Testing

@Suite struct EnvelopeTests {
  private let session = SessionID.random()
  private let context = CorrelationContext(correlationID: .random(), spanID: .random())

  @Test(arguments: [nil, ["a": [1, 2]], "text", 5, [], false] as [LogValue?])
  func aMessageComesBackAsItWas(payload: LogValue?) throws {
    let envelope = ControlEnvelope(
      type: "subscribe", context: context, sessionID: session, payload: payload)
    let read = try ControlEnvelope(parsing: try envelope.text().utf8)
    #expect(read.type == "subscribe")
    #expect(read.context == context)
    #expect(read.sessionID == session)
    #expect(read.payload == payload)
    #expect(read.replaced.isEmpty)
  }

  @Test(arguments: HostileText.identifiers)
  func whatIsNoIdentifierIsReplaced(json: String?) throws {
    func member(_ name: String) -> String { json.map { ",\"\(name)\":\($0)" } ?? "" }
    let text = "{\"type\":\"x\"\(member("correlation_id"))\(member("span_id"))}"
    let read = try ControlEnvelope(parsing: text.utf8)
    #expect(read.replaced.map(\.carrier) == [.websocket])
    #expect(read.replaced.map(\.reason) == [json == nil || json == "null" ? .missing : .malformed])
    #expect(read.context.spanID == nil)
    #expect(read.sessionID == nil)
    #expect(try ControlEnvelope(parsing: read.text().utf8).context == read.context)
  }

  @Test(arguments: ["{}", "{\"type\":1}", "{\"type\":\"\"}", "{\"type\":null}"])
  func aMessageNeedsAType(text: String) {
    let error = #expect(throws: CarrierError.self) { try ControlEnvelope(parsing: text.utf8) }
    #expect(error?.description == "it has no type")
  }
}
