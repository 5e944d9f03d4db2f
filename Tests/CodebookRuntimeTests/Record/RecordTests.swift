import CodebookRuntime
import Testing

@Suite struct RecordTests {
  private static let beginning = """
    {"ts":"2026-01-09T18:07:23.412Z","level":"ERROR","service":"engine","component":"rest_client",\
    "event":"request_failed","message":"Order placement failed",\
    "correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263",\
    "session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea"
    """

  @Test func theLeastRecordOfAnEventHasNoDetails() {
    let fixture = Fixture()
    fixture.log.requestFailed(code: "PT-HTTP-429", operatorMessage: nil)
    #expect(fixture.sink.lines == [Self.beginning + ",\"error_code\":\"PT-HTTP-429\"}\n"])
    #expect(fixture.sink.severities == [17])
  }

  @Test func detailsStandInTheirOrder() {
    let fixture = Fixture()
    fixture.log.measured(
      .init(
        attempt: 500, note: "behind", backoff: -1, port: 3, label: "l",
        details: ["more": 1, "other": [true]]))
    #expect(
      fixture.sink.last.hasSuffix(
        """
        "attempt":100,"details":{"port":3,"label":"l","_invalid":["attempt","backoff_ms"],\
        "more":1,"other":[true]},"note":"behind","backoff_ms":0}\n
        """))
  }

  @Test(arguments: [
    (1000.5, "1000.0"), (-2.001, "-2.0"), (1000, nil), (-2, nil), (.nan, nil), (.infinity, nil),
  ])
  func numbersOutsideTheirBoundsAreTheNearest(_ given: Double, _ written: String?) {
    let fixture = Fixture()
    let values = SampleLog.Measurement(ratio: given)
    fixture.log.measured(values)
    fixture.logger.record(values.record)
    #expect(fixture.sink.lines.first == fixture.sink.last)
    #expect(fixture.sink.last.contains("\"_invalid\":[\"ratio\"]") == (written != nil))
    if let written { #expect(fixture.sink.last.contains("\"ratio\":\(written),")) }
  }

  @Test func operatorMessageStandsBeforeWhatTheCallerAdds() {
    let fixture = Fixture()
    fixture.log.requestFailed(
      code: "PT-HTTP-429", operatorMessage: "Look.", rateLimitScope: "rest.orders",
      details: ["k": 1])
    #expect(
      fixture.sink.last
        == Self.beginning + """
          ,"error_code":"PT-HTTP-429","rate_limit_scope":"rest.orders",\
          "details":{"operator_message":"Look.","k":1}}\n
          """)
  }

  @Test func keysThatAreTakenGetUnderscores() {
    let fixture = Fixture()
    fixture.log.measured(
      .init(details: [
        "ts": 1, "ts_": 2, "ts__": 3, "port": 4, "operator_message": 5, "_cut": 6, "_": 7,
        "free": 8,
        "free_": 9,
      ]))
    #expect(
      fixture.sink.last.contains(
        """
        "details":{"ts_":1,"ts__":2,"ts___":3,"port_":4,"operator_message_":5,"_cut_":6,"__":7,\
        "free":8,"free_":9}
        """))
  }

  @Test func aDetailOfAnotherEventIsNoReservedKey() {
    let fixture = Fixture()
    fixture.say(details: ["port": 1, "label": 2])
    #expect(fixture.sink.last.hasSuffix("\"details\":{\"port\":1,\"label\":2}}\n"))
  }

  @Test func spanStandsBehindTheSession() {
    let fixture = Fixture()
    let context = CorrelationContext(
      correlationID: fixture.logger.currentContext.correlationID,
      spanID: SpanID("00f067aa0ba902b7"))
    context.run { fixture.log.requestFailed(code: "C", operatorMessage: nil) }
    #expect(
      fixture.sink.last
        == Self.beginning + ",\"span_id\":\"00f067aa0ba902b7\",\"error_code\":\"C\"}\n")
  }

  @Test func serviceIsTheProcessesOwnWhereTheEventAllowsIt() {
    let fixture = Fixture(service: "desktop")
    fixture.log.measured(.init())
    #expect(fixture.sink.last.contains("\"service\":\"desktop\""))
    fixture.log.requestFailed(code: "C", operatorMessage: nil)
    #expect(fixture.sink.last.contains("\"service\":\"engine\""))
  }

  @Test func secretsAreNotWritten() {
    let fixture = Fixture()
    var record = SampleLog.Measurement(port: 3).record
    record.declaredDetails["pin"] = "planted"
    record.fields["hidden"] = "planted"
    record.details = ["api_key": "planted", "a": [["Authorization": "planted"]]]
    fixture.logger.record(record)
    #expect(!fixture.sink.last.contains("planted"))
    #expect(
      fixture.sink.last.hasSuffix(
        """
        "details":{"port":3,"api_key":"[redacted:api-key]",\
        "a":[{"Authorization":"[redacted:authorization]"}]}}\n
        """))
  }

  @Test func valuesOfAnotherTypeAreNamed() {
    let fixture = Fixture()
    var record = SampleLog.Measurement().record
    record.fields = [
      "attempt": "three", "ratio": true, "ok": 1, "tags": "t", "size": [], "note": 5,
      "backoff_ms": .unsigned(.max),
    ]
    record.declaredDetails = ["port": 2.5, "label": nil]
    fixture.logger.record(record)
    #expect(
      fixture.sink.last.hasSuffix(
        """
        "attempt":1,"ratio":0.0,"ok":false,"tags":[],"size":{},"details":{"port":0,"label":"",\
        "_invalid":["attempt","ratio","ok","tags","size","note","backoff_ms","port","label"]},\
        "note":"5","backoff_ms":9223372036854775807}\n
        """))
  }

  @Test func namesOfAnyFormArePutIntoForm() {
    let fixture = Fixture()
    var record = SampleLog.Measurement(scope: "REST/Orders..x").record
    record.event = "Order placed!"
    record.component = "42"
    fixture.logger.record(record)
    #expect(
      fixture.sink.last.contains("\"component\":\"x_42\",\"event\":\"order_placed\",\"message\":"))
    #expect(fixture.sink.last.contains("\"rate_limit_scope\":\"rest_orders.x\""))
  }

  @Test func messagesArePutTogetherFromValues() {
    let fixture = Fixture()
    fixture.logger.write(event: 2, severity: 9) { line in
      line.message([
        "Lifted ", .parameter("a", "a \"b\""), ": ", .parameter("b", 2), ", ",
        .parameter("c", 2.0), ", ", .parameter("d", nil), .parameter("e", true),
        .parameter("f", [1, "x"]),
      ])
    }
    #expect(fixture.sink.last == "\"Lifted a \\\"b\\\": 2, 2.0, …true[1,\\\"x\\\"]\"")
  }
}
