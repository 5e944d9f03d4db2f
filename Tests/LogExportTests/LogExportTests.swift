import CodebookLogs
import CodebookRuntime
import LogExport
import PredictionTraderCatalog
import Testing

/// Records become log records of OpenTelemetry, and nothing is lost on the way.
@Suite struct LogExportTests {
  private static let ids =
    #""correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263","session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea""#
  private static let trace = #""traceId":"4e18bf6a94c84ce7a4e9151f5f573263""#

  @Test func aRecordOfTheCatalog() {
    let record =
      #"{"ts":"2026-01-09T18:07:27.200Z","level":"ERROR","service":"engine","component":"rest_client","event":"request_failed","message":"Order placement failed due to rate limit",\#(Self.ids),"span_id":"00f067aa0ba902b7","error_code":"PT-HTTP-429","attempt":3,"rate_limit_scope":"rest.orders","details":{"x":[1,2.5,null,true,{"a\"b":"c"}]}}"#
    #expect(
      converted(record) == """
        {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":\
        {"stringValue":"engine"}}]},"scopeLogs":[{"scope":{"name":"rest_client"},"logRecords":[\
        {"timeUnixNano":"1767982047200000000","observedTimeUnixNano":"1767982047200000000",\
        "severityNumber":17,"severityText":"ERROR","eventName":"request_failed",\
        "body":{"stringValue":"Order placement failed due to rate limit"},"attributes":[\
        {"key":"session.id","value":{"stringValue":"fefea8d9-0a09-422d-baf6-4f69970fa9ea"}},\
        {"key":"error.type","value":{"stringValue":"PT-HTTP-429"}},\
        {"key":"attempt","value":{"intValue":"3"}},\
        {"key":"rate_limit_scope","value":{"stringValue":"rest.orders"}},\
        {"key":"details.x","value":{"arrayValue":{"values":[{"intValue":"1"},\
        {"doubleValue":2.5},{},{"boolValue":true},{"kvlistValue":{"values":[\
        {"key":"a\\"b","value":{"stringValue":"c"}}]}}]}}}],\
        "traceId":"4e18bf6a94c84ce7a4e9151f5f573263","spanId":"00f067aa0ba902b7"}]}]}]}

        """)
  }

  @Test(
    "times",
    arguments: [
      ("1970-01-01T00:00:00.001Z", "1000000"), ("1970-01-01T00:00:00Z", nil),
      ("2024-02-29T23:59:59.123456789Z", "1709251199123456789"),
      ("2024-02-29T23:59:59.1234567899Z", "1709251199123456789"),
      ("2026-01-09T18:07:23Z", "1767982043000000000"),
      ("2554-07-21T23:34:33.709551615Z", "18446744073709551615"),
      ("2554-07-21T23:34:33.709551616Z", nil), ("1969-12-31T23:59:59.999Z", nil),
      ("2023-02-29T00:00:00Z", nil), ("2026-01-09T24:00:00Z", nil), ("2026-13-09T00:00:00Z", nil),
      ("2026-01-09T18:07:23.Z", nil), ("2026-01-09 18:07:23Z", nil), ("2026-01-09T18:07:23", nil),
      ("2026-01-09T18:07:23+00:00", nil), ("2026-01-09T18:07:60Z", nil), ("Z", nil), ("", nil),
      ("2026-04-31T00:00:00Z", nil), ("2026-01-0aT00:00:00Z", nil),
    ] as [(String, String?)])
  func times(_ text: String, _ expected: String?) {
    let output = converted(#"{"ts":"\#(text)","message":"m"}"#)
    if let expected {
      #expect(
        output.contains(#"{"timeUnixNano":"\#(expected)","observedTimeUnixNano":"\#(expected)""#))
      #expect(!output.contains("attributes"))
    } else if text.hasPrefix("1970") {
      #expect(output.contains(#"{"observedTimeUnixNano":"0""#), "the protocol's way to say: none")
    } else {
      #expect(output.contains(#"{"observedTimeUnixNano":"0""#))
      #expect(output.contains(#"{"key":"ts","value":{"stringValue":"\#(text)"}}"#))
    }
  }

  @Test(
    "values",
    arguments: [
      ("9223372036854775807", #"{"intValue":"9223372036854775807"}"#),
      ("-9223372036854775808", #"{"intValue":"-9223372036854775808"}"#),
      ("9223372036854775808", #"{"stringValue":"9223372036854775808"}"#),
      ("-0", #"{"doubleValue":-0.0}"#), ("-0.0", #"{"doubleValue":-0.0}"#),
      ("1e-05", #"{"doubleValue":1e-05}"#), ("1E400", #"{"stringValue":"1E400"}"#),
      ("null", "{}"), ("{}", #"{"kvlistValue":{"values":[]}}"#),
      ("[ ]", #"{"arrayValue":{"values":[]}}"#),
      (
        #"{ "a" : [ 1 , "," ] , "b" : "}" }"#,
        #"{"kvlistValue":{"values":[{"key":"a","value":{"arrayValue":{"values":[{"intValue":"1"},{"stringValue":","}]}}},{"key":"b","value":{"stringValue":"}"}}]}}"#
      ),
      (#""\ud800x\\ud800 é\u00e9""#, #"{"stringValue":"�x\\ud800 éé"}"#),
      (#""\ud83d\ude00\u2028""#, #"{"stringValue":"😀\u2028"}"#),
      (#""NaN""#, #"{"stringValue":"NaN"}"#),
    ])
  func values(_ json: String, _ expected: String) {
    let output = converted(#"{"details":{"value":\#(json)}}"#)
    #expect(
      output.contains(#""attributes":[{"key":"details.value","value":\#(expected)}]"#), "\(output)")
  }

  @Test(
    "what does not fit stays as an attribute",
    arguments: [
      (#"{"level":5}"#, #"{"key":"level","value":{"intValue":"5"}}"#),
      (#"{"level":"FATAL"}"#, #""severityText":"FATAL""#),
      (#"{"service":["a"]}"#, #"{"key":"service","value":{"arrayValue""#),
      (#"{"correlation_id":"4E18BF6A-94C8-4CE7-A4E9-151F5F573263"}"#, #"{"key":"correlation_id""#),
      (#"{"correlation_id":"00000000-0000-0000-0000-000000000000"}"#, #"{"key":"correlation_id""#),
      (#"{"span_id":"00f067aa0ba902b7"}"#, #"{"key":"span_id""#),
      (#"{"message":{"a":1}}"#, #""body":{"kvlistValue""#),
      (#"{"details":7}"#, #"{"key":"details","value":{"intValue":"7"}}"#),
      (#"{"details":{ }}"#, #"{"key":"details","value":{"kvlistValue":{"values":[]}}}"#),
      (#"{"other":true}"#, #"{"key":"other","value":{"boolValue":true}}"#),
      (#"{"\u006fther":1}"#, #"{"key":"other","value":{"intValue":"1"}}"#),
      (
        #"{"error.type":1,"error.type_":2,"error_code":"x"}"#,
        #"{"key":"error.type_","value":{"intValue":"1"}},{"key":"error.type__","value":{"intValue":"2"}}"#
      ),
      (#"{"details.a":1,"details":{"a":2}}"#, #"{"key":"details.a_","value":{"intValue":"1"}}"#),
    ])
  func misfits(_ record: String, _ expected: String) {
    let output = converted(record)
    #expect(output.contains(expected), "\(output)")
  }

  @Test func anExceptionHasItsNames() {
    let output = converted(
      #"{"details":{"exception":{"type":"E","message":"m","frames":["a.py:1 in f"],"cause":{"type":"C","message":"n","frames":["b.py:2 in g"]}}}}"#
    )
    #expect(output.contains(#"{"key":"exception.type","value":{"stringValue":"E"}}"#))
    #expect(output.contains(#"{"key":"exception.message","value":{"stringValue":"m"}}"#))
    #expect(
      output.contains(
        #"{"key":"exception.stacktrace","value":{"stringValue":"E: m\n  a.py:1 in f\nCaused by: C: n\n  b.py:2 in g"}}"#
      ))
    #expect(output.contains(#"{"key":"details.exception","value":{"kvlistValue""#))
  }

  @Test func recordsStandUnderTheirServiceAndComponent() {
    func record(_ service: String, _ component: String, _ number: Int) -> String {
      #"{"service":"\#(service)","component":"\#(component)","attempt":\#(number)}"#
    }
    let lines = [
      record("a", "x", 1), record("b", "x", 2), record("a", "y", 3), record("a", "x", 4), "text",
    ]
    let output = converted(lines.joined(separator: "\n"))
    let order = output.split(separator: #""intValue":""#).dropFirst().map { $0.prefix(1) }
    #expect(order == ["1", "4", "3", "2"])
    #expect(output.components("\"service.name\"") == 2)
    #expect(output.components("\"scope\":{\"name\"") == 3)
    #expect(output.components("{\"resource\":{},\"scopeLogs\":[{\"scope\":{},") == 1)
  }

  @Test(
    arguments: [
      #"{"message":"m","details":{"password":"****hunter2"}}"#,
      #"{"message":"m","details":{"pass\u0077ord":{"a":["hunter2"]},"x":1}}"#,
      #"{"message":"password=hunter2"}"#, #"password=hunter2"#,
    ]) func whatMustNotBeSeenStaysBehind(_ line: String)
  {
    for redacts in [true, false] {
      var export = OTLPExport(Self.catalog, redacts: redacts)
      export.add(Array(line.utf8), source: 0)
      export.finish()
      let output = String(decoding: export.takeOutput(), as: UTF8.self)
      #expect(output.contains("hunter2") != redacts && output.contains("[redacted:") == redacts)
    }
  }

  @Test func aLineThatIsNoRecordIsKeptAndRedacted() {
    let secret = "ghp_" + String(repeating: "a1B2c3D4e5", count: 4).prefix(36)
    var export = OTLPExport(Self.catalog)
    let lines = [
      #"{"ts":"2026-01-09T18:07:27.200Z"}"#, "token \(secret)\r", "", "  ", #"{"a":1,"a":2}"#,
      "{torn",
    ]
    export.add(Array(lines.joined(separator: "\n").utf8), source: 0)
    export.add([0xFF] + Array(" end\n".utf8), source: 0)
    export.add(Array("long token\n".utf8), source: 1, skipped: 7)
    export.finish()
    #expect(export.recordCount == 1)
    #expect(export.textCount == 5)
    let output = String(decoding: export.takeOutput(), as: UTF8.self)
    #expect(!output.contains(secret))
    let seen = #"{"observedTimeUnixNano":"1767982047200000000","body":{"stringValue":""#
    #expect(output.contains(seen + "token [redacted:github"), "\(output)")
    #expect(output.contains(seen + #"{\"a\":1,\"a\":2}"}}"#))
    #expect(output.contains(seen + "{torn\"}}"))
    #expect(output.contains(seen + "\u{FFFD} end\"}}"))
    #expect(
      output.contains(#"{"observedTimeUnixNano":"0","body":{"stringValue":"long…[+13 bytes]"}}"#))
  }

  @Test(arguments: [1, 2, 512])
  func batches(_ size: Int) {
    var export = OTLPExport(Self.catalog, batchSize: size)
    for _ in 0..<5 { export.add(Array("{\"attempt\":1}\n{\"attempt\":1}\n".utf8), source: 0) }
    export.finish()
    let output = String(decoding: export.takeOutput(), as: UTF8.self)
    let requests = output.split(separator: "\n").map { $0.description.components("intValue") }
    #expect(requests == (size == 512 ? [10] : Array(repeating: size, count: 10 / size)))
    #expect(export.takeOutput() == [])
  }

  @Test func aRequestIsNoLongerThanTheCollectorReads() {
    var export = OTLPExport(Self.catalog)
    let text = String(repeating: "x", count: 60_000)
    for _ in 0..<40 { export.add(Array("{\"message\":\"\(text)\"}\n".utf8), source: 0) }
    export.finish()
    let requests = export.takeOutput().split(separator: UInt8(ascii: "\n"))
    #expect(requests.count == 3)
    #expect(requests.allSatisfy { $0.count < 1 << 20 })
  }

  private static let catalog = LogCatalog(
    description: .current, eventsAreOpen: true, scopesAreOpen: true, scopes: [])

  private func converted(_ lines: String) -> String {
    var export = OTLPExport(Self.catalog)
    export.add(Array(lines.utf8), source: 0)
    export.finish()
    return String(decoding: export.takeOutput(), as: UTF8.self)
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(_ text: String) -> Int {
    self.split(separator: text, omittingEmptySubsequences: false).count - 1
  }
}
