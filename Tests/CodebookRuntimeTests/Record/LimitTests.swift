@testable import CodebookRuntime
import Testing

@Suite struct LimitTests {
  private let fixture = Fixture()

  @Test(arguments: 0..<300) func everyLineFitsHoweverLongItsValuesAre(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let fixture = Fixture()
    let value = LogValue.random(using: &random, size: 1 << (seed % 15))
    fixture.log.measured(.init(details: ["v": value, "w": value]))
    #expect(fixture.sink.lines.count == 1)
    #expect(fixture.sink.last.utf8.count <= 16_383)
    #expect(fixture.sink.last.last == "\n")
  }

  @Test func aLineOfExactlyTheLimitIsWrittenWhole() {
    fixture.say()
    let overhead =
      fixture.sink.last.utf8.count
      + ",\"details\":{\"a\":\"\",\"b\":\"\"}".utf8.count
    let room = 16_383 - overhead
    let first = String(repeating: "a", count: 8192)
    let second = String(repeating: "b", count: room - 8192)
    fixture.say(details: ["a": .string(first), "b": .string(second)])
    #expect(fixture.sink.last.utf8.count == 16_383)
    #expect(fixture.sink.last.contains(second))
    fixture.say(details: ["a": .string(first), "b": .string(second + "b")])
    #expect(fixture.sink.last.contains("\"a\":\"" + first.prefix(2048) + "…[+6144]\""))
  }

  @Test func theEventsOwnMessageIsCutWithTheRest() {
    let wide = LogObject(
      (0..<60).map { ("k\($0)", .string(String(repeating: "\u{1}", count: 200))) })
    fixture.log.measured(.init(details: wide))
    let length = SampleLog.longMessage.unicodeScalars.count
    let kept = String(SampleLog.longMessage.unicodeScalars.prefix(128))
    let json = kept.replacing("\"", with: "\\\"")
    #expect(fixture.sink.last.contains("\"message\":\"\(json)…[+\(length - 128)]\""))
    fixture.logger.record(SampleLog.Measurement(details: wide).record)
    #expect(fixture.sink.lines[0] == fixture.sink.lines[1])
  }

  @Test func containersStandSixteenDeepAndNoDeeper() {
    var value: LogValue = [1]
    for _ in 0..<15 { value = [value] }
    let open = String(repeating: "[", count: 16), close = String(repeating: "]", count: 16)
    #expect(fixture.json(value) == open + "1" + close)
    #expect(fixture.json([value]) == open + "[\"…[+1]\"]" + close)
    var object: LogValue = ["k": 1]
    for _ in 0..<15 { object = ["k": object] }
    let openObject = String(repeating: "{\"k\":", count: 16)
    let closeObject = String(repeating: "}", count: 16)
    #expect(fixture.json(object) == openObject + "1" + closeObject)
    #expect(fixture.json(["k": object]) == openObject + "{\"_cut\":1}" + closeObject)
  }

  @Test func anArrayHas256ItemsAndTheNumberOfTheOthers() {
    let items = [LogValue](repeating: 0, count: 256)
    let whole = "[" + items.map { _ in "0" }.joined(separator: ",")
    #expect(fixture.json(.array(items)) == whole + "]")
    #expect(fixture.json(.array(items + [1, 2])) == whole + ",\"…[+2]\"]")
  }

  @Test func manyDetailsAreCutAndTheirNumberIsTold() {
    fixture.say(details: LogObject((0..<300).map { ("k\($0)", .integer(Int64($0))) }))
    #expect(fixture.sink.last.hasSuffix(",\"k255\":255,\"_cut\":44}}\n"))
  }

  @Test func theMarkOfACutGivesWayToAKeyOfTheSameName() {
    var object = LogObject([("_cut", .integer(1))])
    for index in 0..<300 { object["k\(index)"] = 0 }
    #expect(fixture.json(.object(object))?.hasSuffix(",\"_cut_\":45}") == true)
  }

  @Test func theLastStepHasNoItemsAtAll() {
    let wide = LogObject(
      (0..<4).map { ("k\($0)", .array([.string(String(repeating: "\u{1}", count: 8000))])) })
    let notes = String(repeating: "\u{1}", count: 9000)
    let tags = [LogValue](repeating: .string(notes), count: 8)
    fixture.log.measured(
      .init(
        tags: tags + [["a": ["b": 1]]], size: ["x": .array(tags)], note: notes, label: notes,
        details: wide))
    #expect(fixture.sink.last.utf8.count <= 16_383)
    #expect(fixture.sink.lines.count == 1)
  }

  @Test func whatFitsInNoStepIsDroppedAndCounted() {
    let fields =
      CatalogDescription.everyType.fields
      + (0..<300).map { CatalogDescription.Field("f\($0)", type: .string) }
    let sample = CatalogDescription.everyType
    let fixture = Fixture(
      catalog: CatalogDescription(
        product: "Wide", prefix: "PT", identity: sample.identity, levels: sample.levels,
        services: sample.services, components: sample.components, fields: fields,
        errors: sample.errors, events: sample.events, redaction: .sample))
    var record = SampleLog.Measurement().record
    for index in 0..<300 {
      record.fields["f\(index)"] = .string(String(repeating: "x", count: 100))
    }
    fixture.logger.record(record)
    #expect(fixture.sink.lines.isEmpty)
    fixture.say()
    #expect(fixture.sink.lines.count == 2)
    #expect(fixture.sink.last.hasSuffix("\"details\":{\"count\":1,\"reason\":\"sink\"}}\n"))
  }
}
