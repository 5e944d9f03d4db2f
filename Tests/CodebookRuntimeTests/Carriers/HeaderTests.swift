import Testing

@testable import CodebookRuntime

@Suite struct HeaderTests {
  private let session = SessionID.random()
  private let context = CorrelationContext(correlationID: .random(), spanID: .random())

  @Test func headersComeBackAsTheyWere() {
    let headers = CorrelationHeaders.headers(context: context, sessionID: session)
    #expect(headers.count == 3)
    let read = CorrelationHeaders.identifiers(in: headers)
    #expect(read.context == context)
    #expect(read.sessionID == session)
    #expect(read.replaced.isEmpty)
    let plain = CorrelationContext(correlationID: context.correlationID)
    #expect(
      CorrelationHeaders.headers(context: plain, sessionID: session) == [
        "X-Correlation-ID": plain.correlationID.description, "X-Session-ID": "\(session)",
      ])
  }

  @Test func namesCompareWithoutCaseAndBlanksAroundValuesMeanNothing() {
    let read = CorrelationHeaders.identifiers(in: [
      ("content-type", "text/plain"), ("x-correlation-id", " \t\(context.correlationID)\t "),
      ("X-SPAN-ID", context.spanID?.description ?? ""), ("x-session-ID", "\(session)"),
    ])
    #expect(read.context == context)
    #expect(read.sessionID == session)
  }

  @Test(arguments: HostileText.headers)
  func whatIsNoIdentifierIsReplaced(text: String) {
    let read = CorrelationHeaders.identifiers(in: [
      "X-Correlation-ID": text, "X-Span-ID": "00f067aa0ba902b7", "X-Session-ID": text,
    ])
    #expect(read.replaced == [ReplacedIdentifier(carrier: .http, reason: .malformed)])
    #expect(read.context.spanID == nil)
    #expect(read.sessionID == nil)
  }

  @Test func missingAndRepeatedHeadersAreReplaced() {
    let missing = CorrelationHeaders.identifiers(in: [:], by: .websocket)
    #expect(missing.replaced == [ReplacedIdentifier(carrier: .websocket, reason: .missing)])
    let id = context.correlationID.description
    let twice = CorrelationHeaders.identifiers(in: [
      ("X-Correlation-ID", id), ("x-correlation-id", id), ("x-correlation-id", id),
    ])
    #expect(twice.replaced == [ReplacedIdentifier(carrier: .http, reason: .malformed)])
    let spans = CorrelationHeaders.identifiers(in: [
      ("X-Correlation-ID", id), ("X-Span-ID", "00f067aa0ba902b7"),
      ("x-span-id", "00f067aa0ba902b7"), ("X-Session-ID", "\(session)"),
      ("X-Session-ID", "\(session)"),
    ])
    #expect(spans.context == CorrelationContext(correlationID: context.correlationID))
    #expect(spans.sessionID == nil)
    #expect(spans.replaced.isEmpty)
  }
}
