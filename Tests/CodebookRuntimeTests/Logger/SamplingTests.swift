import CodebookRuntime
import Testing

@Suite struct SamplingTests {
  private let fixture = Fixture()

  private func message(_ line: String) -> String {
    line.between("\"message\":\"", "\n")?.prefix { $0 != "\"" }.description ?? ""
  }

  @Test func theFirstOnesAndThenOneOfEverySoManyAreWritten() {
    fixture.logger.sample(event: "custom", first: 2, thereafter: 3, interval: .seconds(10))
    for number in 1...9 { fixture.say("\(number)") }
    #expect(fixture.sink.lines.map(message) == ["1", "2", "5", "8"])
  }

  @Test func whatWasLeftOutIsToldWithTheFirstRecordOfTheNextInterval() {
    fixture.logger.sample(event: "custom", first: 1, thereafter: 0, interval: .seconds(10))
    for number in 1...5 { fixture.say("\(number)") }
    fixture.clock.advance(milliseconds: 9_999)
    fixture.say("6")
    #expect(fixture.sink.lines.count == 1)
    fixture.clock.advance(milliseconds: 1)
    fixture.say("7")
    #expect(fixture.sink.lines.map(message) == ["1", "Records dropped", "7"])
    #expect(
      fixture.sink.lines[1].hasSuffix(
        "\"details\":{\"count\":5,\"reason\":\"sampling\",\"dropped_event\":\"custom\"}}\n"))
    #expect(
      fixture.sink.lines[1].contains(
        "\"level\":\"WARN\",\"service\":\"engine\",\"component\":\"rest_client\""))
    #expect(fixture.sink.lines[2].contains("\"component\":\"ws_client\",\"event\":\"custom\""))
  }

  @Test func aReportDoesNotChangeTheRecordBehindIt() {
    fixture.logger.sample(event: "measured", first: 1, thereafter: 0, interval: .seconds(10))
    for _ in 0..<2 { fixture.log.measured(.init()) }
    fixture.clock.advance(milliseconds: 10_000)
    fixture.log.measured(.init(details: ["port": 1]))
    #expect(fixture.sink.lines.count == 3)
    #expect(fixture.sink.last.contains("\"details\":{\"port_\":1}"))
  }

  @Test func flushTellsWhatWasLeftOut() {
    fixture.logger.sample(event: "custom", first: 0, thereafter: 0, interval: .seconds(10))
    fixture.say()
    fixture.logger.flush()
    fixture.logger.flush()
    #expect(fixture.sink.lines.map(message) == ["Records dropped"])
    fixture.say()
    fixture.logger.close()
    #expect(fixture.sink.lines.count == 2)
    #expect(fixture.sink.isClosed)
  }

  @Test func errorsAndOtherEventsAreAlwaysWritten() {
    fixture.logger.sample(event: "custom", first: 0, thereafter: 0)
    fixture.say(severity: 17)
    fixture.say(event: "other")
    fixture.logger.sample(event: "request_failed", first: 0, thereafter: 0)
    fixture.log.requestFailed(code: "C", operatorMessage: nil)
    #expect(fixture.sink.lines.count == 3)
  }

  @Test func aTypedEventIsSampledToo() {
    fixture.logger.sample(event: "measured", first: 1, thereafter: 0)
    for _ in 0..<3 { fixture.log.measured(.init()) }
    #expect(fixture.sink.lines.count == 1)
  }

  @Test func aClockThatIsSetBackBeginsAnInterval() {
    fixture.logger.sample(event: "custom", first: 1, thereafter: 0, interval: .seconds(10))
    fixture.say("1")
    fixture.clock.advance(milliseconds: -100_000)
    fixture.say("2")
    #expect(fixture.sink.lines.map(message) == ["1", "2"])
  }
}
