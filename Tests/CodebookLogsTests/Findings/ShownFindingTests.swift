import CodebookCore
import CodebookLogs
import LogInput
import TestFolders
import Testing

/// Where findings are, and what is shown of their lines.
@Suite struct ShownFindingTests {
  private let folder = TemporaryFolder()

  @Test func columnsAreCodePoints() throws {
    let groups = check(#"{"mé":"😀","unknown":1}"# + "\n")
    let group = try #require(groups.first { $0.message.contains("`unknown`") })
    #expect(group.first.column == 12)
    #expect(marked(group) == "unknown")
  }

  @Test func bytesThatAreNoUTF8CountOne() throws {
    let groups = check([0x78, 0xE2, 0x82, 0x79, 0x0A])
    let group = try #require(groups.first { $0.rule == "log-utf8" || $0.rule == "log-plain-text" })
    #expect(group.excerpt?.text == "x\u{FFFD}\u{FFFD}y")
  }

  @Test func secretsAreNotShownWhateverTheFinding() throws {
    let groups = check(#"{"message":"password=hunter2hunter2","unknown":1}"# + "\n")
    let group = try #require(groups.first { $0.message.contains("`unknown`") })
    #expect(marked(group) == "unknown")
    for group in groups {
      #expect(group.excerpt?.text.contains("hunter2") == false, "\(group.rule)")
    }
  }

  /// The mark in an excerpt is called what the finding calls it.
  @Test(arguments: [
    (#"{"details":{"api_key":"sk_live_0123456789abcdefABCDEF01"}}"#, "api-key"),
    (#"{"details":{"password":"correct horse"}}"#, "password"),
  ])
  func aSecretHasOneName(_ line: String, _ rule: String) throws {
    let group = try #require(check(line + "\n").first { $0.rule == "log-secret" })
    #expect(group.message.contains("`\(rule)`"))
    #expect(group.excerpt?.text.contains(#":"[redacted:\#(rule)]"}"#) == true, "\(group)")
  }

  @Test func ofALongLineThePlaceIsShown() throws {
    let text = String(repeating: "x", count: 10_000)
    let groups = check(#"{"message":"\#(text)","unknown":1,"more":"\#(text.prefix(1000))"}"# + "\n")
    let group = try #require(groups.first { $0.message.contains("`unknown`") })
    let excerpt = try #require(group.excerpt)
    #expect(marked(group) == "unknown")
    #expect(excerpt.isCutBefore && excerpt.isCutBehind)
    #expect(excerpt.text.count < 1000)
  }

  @Test func secretsOfALongLineAreFoundAndNothingOfItIsShown() throws {
    let filler = String(repeating: "x", count: 70_000)
    let groups = check(#"{"a":1,"password":"hunter2","b":"\#(filler)"}"# + "\n")
    #expect(groups.map(\.rule).sorted() == ["log-empty", "log-oversized-line", "log-secret"])
    #expect(groups.allSatisfy { $0.excerpt == nil })
  }

  private func marked(_ group: FindingGroup) -> String? {
    group.excerpt.map { excerpt in
      let scalars = Array(excerpt.text.unicodeScalars)[excerpt.range]
      return String(String.UnicodeScalarView(scalars))
    }
  }

  private func check(_ text: String) -> [FindingGroup] { check(Array(text.utf8)) }

  private func check(_ bytes: [UInt8]) -> [FindingGroup] {
    LogCheck(.sample).run([LogSource(folder.write(bytes, to: "a.jsonl"))]).groups
  }
}
