import CodebookRuntime
import Testing

@Suite struct DropTests {
  private let fixture = Fixture()

  @Test func whatASinkDroppedIsToldOnceItWorksAgain() {
    fixture.sink.fail(6)
    fixture.say("1")
    fixture.say("2")
    fixture.say("3")
    #expect(fixture.sink.lines.isEmpty)
    fixture.say("4")
    #expect(fixture.sink.lines.count == 2)
    #expect(fixture.sink.lines[0].contains("\"message\":\"4\""))
    #expect(fixture.sink.last.hasSuffix("\"details\":{\"count\":3,\"reason\":\"sink\"}}\n"))
    fixture.say("5")
    #expect(fixture.sink.lines.count == 3)
  }

  @Test func flushTellsWhatWasDropped() {
    fixture.sink.fail(2)
    fixture.say("1")
    fixture.logger.flush()
    #expect(fixture.sink.lines.count == 1)
    #expect(fixture.sink.last.contains("\"count\":1"))
    #expect(fixture.sink.flushes == 2)
  }

  @Test func theReportIsNotWrittenBelowItsLevel() {
    fixture.logger.setLevel(severity: 17)
    fixture.sink.fail(1)
    fixture.log.requestFailed(code: "C", operatorMessage: nil)
    fixture.log.requestFailed(code: "C", operatorMessage: nil)
    #expect(fixture.sink.lines.count == 1)
  }

  @Test func recordsGoToTheSinkThatIsSet() {
    let other = RecordingSink()
    fixture.say("1")
    fixture.logger.setSink(other)
    fixture.say("2")
    #expect(fixture.sink.lines.count == 1)
    #expect(fixture.sink.flushes == 1)
    #expect(other.lines.count == 1)
  }
}
