import CodebookRuntime
import Testing

@testable import CodebookLogs

/// What only looks as if it had been left out is found; what runtimes write is not.
@Suite("Secrets behind marks")
struct SecretPlaceTests {
  private static let base =
    #""ts":"2026-01-09T18:07:23.412Z","level":"INFO","service":"desktop","#
    + #""component":"runtime","event":"framework_log","message":"m","#
    + #""correlation_id":"4e18bf6a-94c8-4ce7-a4e9-151f5f573263","#
    + #""session_id":"fefea8d9-0a09-422d-baf6-4f69970fa9ea""#

  private static func characters(_ count: Int) -> String { String(repeating: "é", count: count) }

  /// Details with `«` and `»` around what is a secret.
  private static let secrets = [
    // Names that were not cut, or not there.
    #""password…[+3]":«"hunter2"»"#,
    #""password…[+3]_":«"hunter2"»"#,
    #""\#(characters(119))password…[+3]":«"hunter2"»"#,
    #""[redacted:limit]password":«"hunter2"»"#,
    #""password[redacted:limit]":«"hunter2"»"#,
    #""a":{"name":"password…[+3]","value":«"hunter2"»}"#,
    #""a":["X-Api-Key…[+3]",«"0f8e7d6c"»]"#,
    #""a":["--token…[+3]",«"0f8e7d6c"»]"#,
    // Values that are not the mark alone.
    #""password":«"[redacted:password]hunter2"»"#,
    #""password":«"[redacted:nothing]"»"#,
    #""password":«"[redacted:password][redacted:password]"»"#,
    #""password":«"****hunter2"»"#,
    #""password":«"…[+4711]"»"#,
    #""a":["--token",«"…[+4711]"»]"#,
    #""a":"password=«[redacted:password]hunter2 ok»""#,
    #""a":"with «[redacted:email-address]jane.doe@example.com» too""#,
    // Texts that were not cut.
    #""a":"mail to «jane.doe@example.com»…[+3]""#,
    #""a":"password=«hunter2…[+3»]""#,
    #""a":"\#(characters(64 - 16))password=«hunter2»…[+99999]""#,
    #""a":"\#(characters(2048 - 20))«jane.doe@example.com»…[+4]""#,
    #""a":"4 «4111 1111 1111 1111»…[+1]""#,
    #""a":"…[+«4111111111111111»]""#,
    // What should be a fingerprint.
    #""credential_fingerprint":«"hunter2"»"#,
    #""credential_fingerprint_":«"fp1:0123456789abcdeF"»"#,
    #""a":{"account_fingerprint":«4711»,"credential_fingerprint":«["x"]»}"#,
  ]

  @Test(arguments: secrets) func isFound(_ marked: String) {
    let line = MarkedLine(#"{\#(Self.base),"details":{\#(marked)}}"#)
    let found = CheckedLine(line.text).findings
    #expect(Set(found.map(\.rule)) == ["log-secret"], "\(line.text)")
    #expect(found.map(\.range).sorted { $0.lowerBound < $1.lowerBound } == line.ranges)
  }

  /// What is taken out of a line is what is found in it, and the line stays a record.
  @Test(arguments: secrets) func isNotShown(_ marked: String) throws {
    let line = MarkedLine(#"{\#(Self.base),"details":{\#(marked)}}"#)
    let rules = LogCatalog.sample.description.redaction
    for redaction in [LineRedaction(.sample), LineRedaction(rules)] {
      var redaction = redaction
      let shown = Array(line.text.utf8).withUnsafeBufferPointer { redaction.redacted($0) }
      let checked = CheckedLine(try #require(shown))
      #expect(checked.findings == [] && checked.facts.isObject, "\(line.text)")
    }
  }

  @Test func ofALongLineTheEndIsNotShown() {
    for (head, shown) in [
      ("a, b=AKIA", 2), ("AKIA", 0), (String(repeating: "x", count: 5000), 3976),
    ] {
      let length = Array(head.utf8).withUnsafeBufferPointer {
        LineRedaction.shownLength(ofHead: $0)
      }
      #expect(length == shown)
    }
  }

  /// Details as runtimes write them.
  private static let clean = [
    #""\#(characters(120))password…[+3]":"hunter2""#,
    #""[redacted:account-number]":3,"[redacted:account-number]_":4"#,
    #""https://example.com/?token=[redacted:access-token]":200"#,
    #""a":{"name":"\#(characters(8184))password…[+3]","value":"hunter2"}"#,
    #""password":"[redacted:password]","token":"****aB3_""#,
    #""a":["--token","[redacted:access-token]","x","y","…[+3]"]"#,
    #""a":["a","b","c","--token","…[+3]"]"#,
    #""a":"\#(characters(8172))jane.doe@example.com…[+5]""#,
    #""credential_fingerprint":"fp1:0123456789abcdef","account_fingerprint_":null"#,
    #""tls_fingerprint":"AB:CD:EF""#,
  ]

  @Test(arguments: clean) func isClean(_ details: String) throws {
    let line = Array(#"{\#(Self.base),"details":{\#(details)}}"#.utf8)
    var comparison = try PathComparison()
    #expect(comparison.exactly(line).1.filter { $0.rule == "log-secret" } == [])
    comparison.look(at: line)
  }

  /// A text is cut to 64 characters only where the record has no room for 128.
  @Test func recordsThatWereTooLongHaveTextsThatWereCut() {
    let text = #""\#(Self.characters(64 - 20))jane.doe@example.com…[+99]""#
    for (count, isCut) in [(2, false), (160, true)] {
      let items = Array(repeating: text, count: count).joined(separator: ",")
      let rules = CheckedLine(#"{\#(Self.base),"details":{"a":[\#(items)]}}"#).rules
      #expect(rules.contains("log-secret") == !isCut)
    }
  }
}
