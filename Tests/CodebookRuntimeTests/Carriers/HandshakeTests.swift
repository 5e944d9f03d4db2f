import Testing

@testable import CodebookRuntime

@Suite struct HandshakeTests {
  private let identity = CatalogIdentity(
    version: "1.2.0", digest: String(repeating: "ab", count: 32))
  private let session = SessionID.random()
  private let context = CorrelationContext(correlationID: .random(), spanID: .random())

  @Test func bothLinesComeBackAsTheyWere() throws {
    let payload: LogObject = [
      "port": 43125, "text": "Ünï\"\\\u{0}\n\u{1F600}", "none": nil,
      "list": [1, 2.5, true, ["x": [[]]]], "big": .unsigned(.max), "negative": .integer(.min),
    ]
    let bootstrap = Bootstrap(
      catalog: identity, sessionID: session, context: context, payload: payload)
    let line = try bootstrap.text()
    #expect(line.utf8.allSatisfy { $0 < 0x7F })
    #expect(line.utf8.count { $0 == UInt8(ascii: "\n") } == 1 && line.hasSuffix("\n"))
    let read = try Bootstrap(parsing: line.utf8)
    #expect(read.catalog == identity)
    #expect(read.sessionID == session)
    #expect(read.context == context)
    #expect(read.payload == payload)
    #expect(read.replaced.isEmpty)

    let ready = Ready(
      catalog: identity, sessionID: session, correlationID: context.correlationID,
      payload: payload)
    let answer = try Ready(parsing: try ready.text().utf8)
    #expect(answer.catalog == identity)
    #expect(answer.sessionID == session)
    #expect(answer.correlationID == context.correlationID)
    #expect(answer.payload == payload)
    #expect(try Bootstrap(parsing: line.utf8).text() == line)
  }

  @Test func theLinesAreAsTheyAreDocumented() throws {
    let context = CorrelationContext(
      correlationID: try #require(CorrelationID("4e18bf6a-94c8-4ce7-a4e9-151f5f573263")))
    let session = try #require(SessionID("fefea8d9-0a09-422d-baf6-4f69970fa9ea"))
    let identity = CatalogIdentity(version: "1.0.0", digest: "d")
    let rest = """
      "catalog_version":"1.0.0","catalog_digest":"d",\
      "session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea",\
      "correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
      """
    #expect(
      try Bootstrap(catalog: identity, sessionID: session, context: context).text()
        == "{\"codebook_bootstrap\":1,\(rest)}\n")
    let ready = Ready(
      catalog: identity, sessionID: session, correlationID: context.correlationID,
      payload: ["port": 1])
    #expect(try ready.text() == "{\"codebook_ready\":1,\(rest),\"payload\":{\"port\":1}}\n")
  }

  @Test func unknownMembersAndBlanksAreFineAndABadSpanIsNone() throws {
    let line = """
       { "future": [1], "codebook_bootstrap": 1, "catalog_version": "1", "catalog_digest": "d",
        "session_id": "\(session)", "correlation_id": "\(context.correlationID)",
        "span_id": "00F067AA0BA902B7", "payload": null }\r
      """
    let read = try Bootstrap(parsing: line.utf8)
    #expect(read.context == CorrelationContext(correlationID: context.correlationID))
    #expect(read.payload == nil)
    #expect(read.replaced.isEmpty)
  }

  @Test(arguments: HostileText.identifiers)
  func identifiersThatAreNoneAreReplacedAndTheSpanGoesWithThem(json: String?) throws {
    func member(_ name: String) -> String { json.map { ",\"\(name)\":\($0)" } ?? "" }
    let line = """
      {"codebook_bootstrap":1,"catalog_version":"1","catalog_digest":"d"\
      \(member("session_id"))\(member("correlation_id")),"span_id":"00f067aa0ba902b7"}
      """
    let read = try Bootstrap(parsing: line.utf8)
    let reason: ReplacedIdentifier.Reason = json == nil || json == "null" ? .missing : .malformed
    let replaced = ReplacedIdentifier(carrier: .bootstrap, reason: reason)
    #expect(read.replaced == [replaced, replaced])
    #expect(read.context.spanID == nil)
    #expect(CorrelationID(read.context.correlationID.description) != nil)
    #expect(try Bootstrap(parsing: line.utf8).sessionID != read.sessionID)
  }

  @Test(arguments: [
    ("", "it is not JSON"), ("{", "it is not JSON"), ("[]", "it is not a JSON object"),
    ("{}", "it has no member codebook_bootstrap"),
    (#"{"codebook_ready":1}"#, "it has no member codebook_bootstrap"),
    (#"{"codebook_bootstrap":2}"#, "its codebook_bootstrap is not 1"),
    (#"{"codebook_bootstrap":1.0}"#, "its codebook_bootstrap is not 1"),
    (#"{"codebook_bootstrap":true}"#, "its codebook_bootstrap is not 1"),
    (#"{"codebook_bootstrap":"1"}"#, "its codebook_bootstrap is not 1"),
    (#"{"codebook_bootstrap":1}"#, "its catalog_version is not a text"),
    (#"{"codebook_bootstrap":1,"catalog_version":"1"}"#, "its catalog_digest is not a text"),
    (#"{"codebook_bootstrap":1,"payload":[]}"#, "its payload is not an object"),
    (#"{"codebook_bootstrap":1,"x":{"a":1,"b":2,"a":3}}"#, "an object in it has a key twice"),
    (#"{"codebook_bootstrap":1,"x":NaN}"#, "it is not JSON"),
    ("{\"codebook_bootstrap\":1}\n{}", "it is not JSON"),
    ("{\"a\":\"\u{0}\"}", "it is not JSON"),
  ])
  func whatIsNoSuchLineIsRefusedWithAReason(text: String, reason: String) {
    let error = #expect(throws: CarrierError.self) { try Bootstrap(parsing: text.utf8) }
    #expect(error?.description.hasPrefix(reason) == true, "\(error?.description ?? "")")
  }

  @Test func bombsAreRefused() {
    let deep = "{\"a\":" + String(repeating: "[", count: 30_000)
    for text in [deep, deep + String(repeating: "]", count: 30_000) + "}"] {
      let error = #expect(throws: CarrierError.self) { try Ready(parsing: text.utf8) }
      #expect(error?.description.contains("containers are inside one another") == true)
    }
    let long = "{\"a\":\"" + String(repeating: "x", count: 65_536) + "\"}"
    let error = #expect(throws: CarrierError.self) { try Ready(parsing: long.utf8) }
    #expect(error?.description == "it is longer than 65536 bytes")
    let bytes: [UInt8] = Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8)
    let invalid = #expect(throws: CarrierError.self) { try Ready(parsing: bytes) }
    #expect(invalid?.description == "it is not UTF-8")
  }

  @Test func theReasonNeverQuotesWhatCame() {
    let text = "{\"codebook_bootstrap\":1,\"password\":hunter2}"
    let error = #expect(throws: CarrierError.self) { try Bootstrap(parsing: text.utf8) }
    #expect(error?.description.contains("hunter2") == false)
  }

  @Test func colonsAndQuotesInTextsAreNoMembers() throws {
    let text = #"{"codebook_ready":1,"catalog_version":"\":\\","catalog_digest":":\\\":"}"#
    #expect(try Ready(parsing: text.utf8).catalog.version == #"":\"#)
  }

  @Test func whatCannotBeSentIsRefused() throws {
    func text(_ value: LogValue) throws -> String {
      try Bootstrap(catalog: identity, sessionID: session, context: context, payload: ["v": value])
        .text()
    }
    var deep: LogValue = 1
    for _ in 0..<62 { deep = [deep] }
    #expect(try Bootstrap(parsing: text(deep).utf8).payload == ["v": deep])
    for value: LogValue in [.number(.nan), .number(.infinity), [[deep]]] {
      #expect(throws: CarrierError.self) { try text(value) }
    }
    let room = 65_536 - (try text("").utf8.count)
    let longest = try text(.string(String(repeating: "x", count: room)))
    #expect(longest.utf8.count == 65_536)
    #expect(try Bootstrap(parsing: longest.utf8).sessionID == session)
    #expect(throws: CarrierError.self) {
      try text(.string(String(repeating: "x", count: room + 1)))
    }
  }
}
