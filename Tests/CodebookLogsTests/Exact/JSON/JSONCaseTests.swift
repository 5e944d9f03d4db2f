import CodebookLogs
import Testing

@Suite("JSON is JSON, and nothing else is")
struct JSONCaseTests {
  @Test func thereAreEnough() {
    let count = (JSONCases.accepted + JSONCases.rejected).reduce(0) { $0 + $1.texts.count }
    #expect(count >= 450)
  }

  @Test(arguments: JSONCases.accepted.map(\.group))
  func accepted(_ group: String) {
    var checker = RecordChecker(.sample)
    for text in JSONCases.accepted.first(where: { $0.group == group })?.texts ?? [] {
      #expect(JSONVerdict.acceptsDetail(JSONCases.bytes(text), &checker), "\(text)")
    }
  }

  @Test(arguments: JSONCases.rejected.map(\.group))
  func rejected(_ group: String) {
    var checker = RecordChecker(.sample)
    for text in JSONCases.rejected.first(where: { $0.group == group })?.texts ?? [] {
      #expect(!JSONVerdict.acceptsDetail(JSONCases.bytes(text), &checker), "\(text.prefix(80))")
    }
  }

  /// Objects are lines by themselves, too; a mark before one is no JSON.
  @Test func wholeLines() {
    var checker = RecordChecker(.sample)
    let objects = JSONCases.accepted.flatMap(\.texts).filter { $0.hasPrefix("{") }
    #expect(objects.count > 15)
    for text in objects {
      #expect(JSONVerdict.accepts(JSONCases.bytes(text), &checker), "\(text)")
    }
    for text in JSONCases.rejected.flatMap(\.texts) where text.contains("{") {
      #expect(!JSONVerdict.accepts(JSONCases.bytes(text), &checker), "\(text.prefix(80))")
    }
  }
}
