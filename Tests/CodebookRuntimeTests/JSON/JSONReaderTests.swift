@testable import CodebookRuntime
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> LogValue { try JSONReader.read(text.utf8) }

  @Test(
    arguments: [
      ("null", .null), (" true ", .boolean(true)), ("false", .boolean(false)), ("0", .integer(0)),
      ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
      ("9223372036854775808", .unsigned(1 << 63)),
      ("18446744073709551616", .number(18446744073709551616)),
      ("1.5e3", .number(1500)), ("1E-2", .number(0.01)), ("-0", .number(-0.0)), ("\"\"", ""),
      ("\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "a\"\\/\u{8}\u{C}\n\r\t"), ("\"\\u00e9\\u00C9\"", "éÉ"),
      ("\"\\ud83c\\udf89\"", "🎉"), ("\"\\ud83c\"", "\u{FFFD}"), ("\"\\udf89x\"", "\u{FFFD}x"),
      ("\"\\ud83c\\u0041\"", "\u{FFFD}A"), ("[]", []), ("[1,[2],{}]", [1, [2], [:]]),
      ("{\"a\":1,\"b\":{\"c\":null}}", ["a": 1, "b": ["c": nil]]), ("{\"a\":1,\"a\":2}", ["a": 2]),
      (" { \"a\" : [ 1 , 2 ] } ", ["a": [1, 2]]),
    ] as [(String, LogValue)])
  func valuesAreRead(_ text: String, _ expected: LogValue) throws {
    #expect(try read(text) == expected)
  }

  @Test(arguments: [
    "", " ", "nul", "tru", "01", "-", "1.", ".5", "1e", "+1", "'a'", "\"a", "\"\\x\"",
    "\"\\u12g4\"",
    "\"\n\"", "[1,]", "[1 2]", "[", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "1 2", "NaN",
    "Infinity", "\u{FEFF}1", "{\"a\":1", "]", "[1}", "\"\\u12\"", "\"\\",
  ])
  func otherTextsAreRefused(_ text: String) {
    #expect(throws: JSONReader.SyntaxError.self) { try read(text) }
  }

  @Test func depthAndLengthHaveLimits() throws {
    let open = String(repeating: "[", count: 64), close = String(repeating: "]", count: 64)
    #expect(try read(open + close) != .null)
    #expect(try read("[" + String(repeating: "[],{},", count: 100) + "0]") != .null)
    let problem = #expect(throws: JSONReader.SyntaxError.self) {
      try read("[" + open + close + "]")
    }
    #expect(problem?.offset == 64)
    #expect(throws: JSONReader.SyntaxError.self) { try read(String(repeating: "[", count: 60_000)) }
    let long = "\"" + String(repeating: "a", count: JSONReader.maximumLength - 2) + "\""
    #expect(try read(long) != .null)
    #expect(throws: JSONReader.SyntaxError.self) { try read(long + " ") }
  }

  @Test func bytesThatAreNotUTF8AreReplaced() throws {
    #expect(try JSONReader.read([0x22, 0x61, 0xFF, 0x22]) == "a\u{FFFD}")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let text = String.random(using: &random, size: 40)
      let fixture = Fixture()
      let json = try #require(fixture.json(.string(text)))
      guard case .string(let back) = try read(json) else {
        Issue.record("no text")
        return
      }
      #expect(back.utf8.elementsEqual(text.utf8))
    }
  }
}
