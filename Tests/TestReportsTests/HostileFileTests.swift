import Testing

/// Files that nobody should trust: each gives one exact sentence, soon.
@Suite struct HostileFileTests {
  private static let empty = "<testsuites/>"

  @Test(arguments: [
    ("", ": it is empty"),
    (" \n\t", ": it is empty"),
    ("hello", ": it is neither JUnit's XML nor an event stream of swift-testing"),
    ("<testsuites>", ":1:13: the XML ends before its end: it was cut short"),
    ("<testsuites>\n<testsuite na", ":2:1: the XML ends in the middle: it was cut short"),
    ("<a></b>", ":1:1: the XML is no JUnit: it begins with `a`, not with `testsuites`"),
    ("<testsuites></b>", ":1:15: a tag is closed that was not the last one opened"),
    ("<testsuites/><x/>", ":1:14: something follows the end of the XML"),
    ("<testsuites>&bomb;</testsuites>", ":1:13: the XML is not well-formed: undefined entity"),
    ("<testsuites><testcase name='a'/></testsuites>", ":1:13: a test stands outside of a suite"),
    ("<testsuite><testcase/></testsuite>", ":1:12: a test has no name"),
    (
      "<testsuite tests='many'/>", ":1:1: `tests` of a suite is `many`, which is no number"
    ),
    (
      "<testsuite skipped='-1'/>", ":1:1: `skipped` of a suite is `-1`, which is no number"
    ),
    (
      "<?xml version='1.0' encoding='klingon'?><testsuites/>",
      ":1:31: the XML names an encoding that is not known"
    ),
    (
      "<?xml version='1.0' encoding='utf-16'?><testsuites/>",
      ":1:31: the XML is not in the encoding that it names"
    ),
    ("{\"kind\":", ":1: the event stream has a line that is no JSON: "),
    ("{}\n", ":1: the line is no record of an event stream"),
    (
      "{\"kind\":\"test\",\"payload\":{\"kind\":\"function\"}}", ":1: a test has no ID or no name"
    ),
  ])
  func isTold(text: String, problem: String) throws {
    let found = try #require(Fixtures.problem(text))
    #expect(found.hasPrefix(problem), "\(found)")
  }

  @Test func bytesThatAreNoUTF8AreTold() throws {
    let bytes = Array("<testsuite name='".utf8) + [0xC3, 0x28] + Array("'/>".utf8)
    let found = try #require(Fixtures.problem(bytes))
    #expect(found == ":1:18: this is no XML, or not in the encoding that it names")
  }

  @Test func entitiesGrowNowhere() throws {
    let bomb = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <testsuite name="&b;"/>
      """
    let found = try #require(Fixtures.problem(bomb))
    #expect(found == ":1:13: the XML has a document type, which results have not")
  }

  @Test func filesOfOthersAreNotRead() throws {
    let text = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><testsuites/>"
    #expect(try #require(Fixtures.problem(text)).contains("document type"))
  }

  @Test func nestingEnds() throws {
    let deep = String(repeating: "<testsuite>", count: 100_000)
    let found = try #require(Fixtures.problem(deep))
    #expect(found == ":1:705: the XML has more than 64 levels")
    let json = "{\"kind\":" + String(repeating: "[", count: 100_000)
    #expect(try #require(Fixtures.problem(json)).hasPrefix(":1: the event stream has a line"))
  }

  @Test func aRunThatBrokeOffIsKnown() throws {
    let bytes = try Fixtures.bytes("swift-testing.jsonl")
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    let cut = Array(lines.dropLast(3).joined(separator: [UInt8(ascii: "\n")]))
    #expect(Fixtures.problem(cut) == nil, "its lines are whole")
    let half = Array(bytes.dropLast(40))
    #expect(try #require(Fixtures.problem(half)).contains("a line that is no JSON"))
  }

  @Test func otherEncodingsAreRead() throws {
    let text = "<?xml version='1.0' encoding='UTF-16'?><testsuite name='é'/>"
    let bytes: [UInt8] = text.utf16.reduce(into: [0xFE, 0xFF]) { bytes, unit in
      bytes += [UInt8(unit >> 8), UInt8(unit & 255)]
    }
    #expect(Fixtures.problem(bytes) == nil)
    #expect(Fixtures.problem([0xEF, 0xBB, 0xBF] + Array("<testsuite/>".utf8)) == nil)
  }
}
