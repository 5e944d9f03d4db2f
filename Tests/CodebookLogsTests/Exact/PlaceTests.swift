import CodebookLogs
import Testing

/// Lines with `«` and `»` around what a finding points at, and the rules in the order of places.
@Suite("A finding stands at its bytes")
struct PlaceTests {
  private static let base =
    #""ts":"2026-01-09T18:07:23.412Z","level":"INFO","service":"desktop","#
    + #""component":"runtime","message":"m","#
    + #""correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263","#
    + #""session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea""#

  /// Without the event, which cases give.
  private static let other = base + #","event":"framework_log""#

  /// The same of an event that this service does not log.
  private static let desktop = base.replacing(#""desktop""#, with: #"«"desktop"»"#)

  private static let cases: [(String, [String])] = [
    // Fields
    (#"«{»\#(base)}"#, ["log-missing-field"]),
    (#"  «{»\#(base)}"#, ["log-missing-field"]),
    (#"{\#(other),"«atempt»":1}"#, ["log-unknown-field"]),
    (#"{\#(other),"«\u0061b»":1}"#, ["log-unknown-field"]),
    (#"{\#(other),"attempt":«"1"»}"#, ["log-field-type"]),
    (#"{\#(other),"attempt" : «null» }"#, ["log-field-type"]),
    (#"{\#(other),"attempt":«[1,{"a":2}]»}"#, ["log-field-type"]),
    (#"{\#(other),"attempt":«1.5»}"#, ["log-field-type"]),
    (#"{\#(other),"attempt":«-1e0»}"#, ["log-field-range"]),
    (#"{\#(other),"attempt":«0»,"backoff_ms":«-7»}"#, ["log-field-range", "log-field-range"]),
    (#"{\#(other),"attempt":1.0,"backoff_ms":1e2}"#, []),
    (#"{\#(other),"attempt":1000000000000000000000000000000}"#, []),
    (#"{\#(other),"attempt":«-1000000000000000000000000000000»}"#, ["log-field-range"]),
    (#"{\#(other),"span_id":«"00F067AA0BA902B7"»}"#, ["log-identifier"]),
    (#"{\#(other),"rate_limit_scope":«"rest..orders"»}"#, ["log-unknown-scope"]),
    (#"{\#(other),"rate_limit_scope":«"rest.order"»}"#, ["log-unknown-scope"]),
    (#"{\#(other),"error_code":«"PT-HTTP-500"»}"#, ["log-unknown-code"]),
    // Names that stand twice
    (#"{\#(other),"attempt":1,"«attempt»":«0»}"#, ["log-duplicate-name", "log-field-range"]),
    (#"{\#(other),"details":{"a":{"é":1,"«\u00e9»":2}}}"#, ["log-duplicate-name"]),
    // Events
    (
      #"{\#(desktop),"event":«"session_adopted"»}"#, ["log-event-service", "log-event-detail"]
    ),
    (
      #"{\#(desktop),"event":"session_adopted","details":«{»}}"#,
      ["log-event-service", "log-event-detail"]
    ),
    // Secrets
    (#"{\#(other),"details":{"password":«"x"»}}"#, ["log-secret"]),
    (#"{\#(other),"details":{"note":"mail to «jane.doe@example.com» now"}}"#, ["log-secret"]),
    (#"{\#(other),"details":{"a":["é\n«jane\u002edoe@example.com»\t"]}}"#, ["log-secret"]),
    (#"{\#(other),"details":{"«jane.doe@example.com»":1}}"#, ["log-secret"]),
    (#"{\#(other),"details":{"a":["--token",«"0f8e7d6c"»]}}"#, ["log-secret"]),
    (#"{\#(other),"details":{"name":"X-Api-Key","value":«"0f8e7d6c"»}}"#, ["log-secret"]),
    (#"«Traceback: mail to «jane.doe@example.com»»"#, ["log-plain-text", "log-secret"]),
    // JSON
    (#"{\#(other)«,»}"#, ["log-json"]),
    (#"{\#(other),"details":{"a":[1«,»]«,»}}"#, ["log-json", "log-json"]),
    (#"{\#(other) «"»attempt":1}"#, ["log-json"]),
    (#"{\#(other),"attempt"«1»}"#, ["log-json"]),
    (#"{\#(other),"attempt":«True»}"#, ["log-json"]),
    (#"{\#(other),"attempt":«-01»}"#, ["log-json"]),
    (#"{\#(other),"attempt":«1.»}"#, ["log-json"]),
    (#"{\#(other),«'»attempt':1}"#, ["log-json"]),
    (#"{\#(other),"details":{"a":"b«\x»41"}}"#, ["log-json"]),
    (#"{\#(other),"details":{"a":"é«\u12»g4"}}"#, ["log-json"]),
    (#"{\#(other)}«x»"#, ["log-json"]),
    (#"{\#(other)} «é»"#, ["log-json"]),
    (#"{\#(other),"details":{"a":"«\#u{1}\#u{2}»b«\#u{3}»"}}"#, ["log-json", "log-json"]),
    (#"{\#(other),"details":{"a":"«\#u{0}»«\#u{3}»"}}"#, ["log-nul", "log-json"]),
    (#"«\#u{0}\#u{0}»{\#(other)}«\#u{0}»"#, ["log-nul", "log-nul"]),
    (#"«\#u{FEFF}»{\#(other)}"#, ["log-json"]),
    (#"{\#(other),"attempt":1«»"#, ["log-torn-line"]),
    (#"{\#(other),"message_id":"abc«»"#, ["log-torn-line"]),
    (#"{"ts":"2026-01-«{»\#(other)}"#, ["log-torn-line"]),
    (#"{\#(other)}«{»\#(other)}"#, ["log-torn-line"]),
    (#"«[1,2]» "#, ["log-plain-text"]),
    (#"«  »"#, ["log-blank-line"]),
  ]

  @Test(arguments: cases.indices)
  func place(_ index: Int) {
    let (marked, rules) = Self.cases[index]
    let line = MarkedLine(marked)
    let found = CheckedLine(line.text).findings
    #expect(found.map(\.rule) == rules, "\(line.text)")
    #expect(found.map(\.range).sorted { $0.lowerBound < $1.lowerBound } == line.ranges)
  }

  /// Bytes that are not UTF-8 are one finding where they stand together.
  @Test func bytesOfNoCharacter() {
    let head = Array(#"{"message":"a"#.utf8)
    let bad: [[UInt8]] = [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xE2, 0x82, 0xFF]]
    for bytes in bad {
      let line = head + bytes + Array(#"é"}"#.utf8)
      let found = CheckedLine(line).findings.filter { $0.rule == "log-utf8" }
      #expect(found.map(\.range) == [head.count..<(head.count + bytes.count)], "\(bytes)")
    }
  }

  @Test func messagesQuoteLittleAndNoSecret() {
    let long = String(repeating: "Ab", count: 5000)
    for name in [long, "jane.doe@example.com", "a\u{1B}[31m\u{202E}\u{0}`", "‮"] {
      let json = "{\(Self.base),\"event\":\(Self.quoted(name)),\(Self.quoted(name)):1}"
      for finding in CheckedLine(json).findings {
        #expect(finding.message.unicodeScalars.count < 130, "\(finding)")
        #expect(!finding.message.contains("jane.doe"))
        let hidden = finding.message.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" }
        #expect(!hidden)
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\u{1B}", with: "\\u001b").replacing("\u{0}", with: "\\u0000") + "\""
  }
}
