@testable import CodebookRuntime
import Testing

@Suite struct HostileTests {
  private let fixture = Fixture()

  private func expectRecord(_ details: LogObject) throws {
    fixture.say(details: details)
    #expect(fixture.sink.last.utf8.count <= 16_383)
    guard case .object(let fields) = try JSONReader.read(fixture.sink.last.utf8) else {
      Issue.record("no object")
      return
    }
    #expect(fields["details"] != nil)
  }

  @Test func tenThousandLevels() throws {
    var value: LogValue = 1
    for level in 0..<10_000 { value = level % 2 == 0 ? [value] : ["k": value] }
    try expectRecord(["deep": value])
    #expect(fixture.sink.last.contains("_cut") || fixture.sink.last.contains("…[+1]"))
  }

  @Test func aTextOfTenMegabytes() throws {
    try expectRecord(["long": .string(String(repeating: "é", count: 5_000_000))])
    #expect(fixture.sink.last.contains("…[+4997952]") || fixture.sink.last.contains("…[+4991808]"))
  }

  @Test func hugeKeysAndManyOfThem() throws {
    let long = String(repeating: "k", count: 100_000)
    try expectRecord([long: 1, long + "a": 2, long + "b": 3])
    try expectRecord(
      LogObject((0..<100_000).map { ("\($0)\(long.prefix(300))", .integer(Int64($0))) }))
  }

  @Test func allThatEscapesToTheMost() throws {
    let text = String(repeating: "\u{0}\u{2028}\u{85}\"", count: 4000)
    try expectRecord([text: .string(text), "ts": .string(text), "_": .array([.string(text)])])
  }

  @Test func numbersThatAreNone() throws {
    try expectRecord([
      "a": .number(.nan), "b": .number(-.infinity), "c": .unsigned(.max), "d": -0.0,
    ])
    #expect(
      fixture.sink.last.hasSuffix(
        "\"details\":{\"a\":\"NaN\",\"b\":\"-Infinity\",\"c\":\"18446744073709551615\",\"d\":-0.0}}\n"
      ))
  }

  @Test func aMessageOfAnyKind() throws {
    fixture.say("\"\n\u{2028}" + String(repeating: "x", count: 20_000))
    #expect(fixture.sink.last.contains("\"message\":\"\\\"\\n\\u2028xxx"))
    #expect(fixture.sink.last.utf8.count <= 16_383)
  }
}
