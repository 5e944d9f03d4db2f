import CodebookRuntime
import Testing

@Suite struct ThresholdTests {
  private let fixture = Fixture(severity: 9)

  @Test func whatIsBelowTheThresholdIsNotWritten() {
    fixture.say(severity: 5)
    #expect(fixture.sink.lines.isEmpty)
    fixture.say(severity: 9)
    #expect(fixture.sink.lines.count == 1)
  }

  @Test func aComponentHasItsOwnThreshold() {
    let logger = fixture.logger
    logger.setLevel(severity: 17, component: "ws_client")
    #expect(!logger.isEnabled(severity: 13, component: 0))
    #expect(logger.isEnabled(severity: 9, component: 1))
    #expect(!logger.isEnabled(severity: 13, component: "ws_client"))
    logger.setLevel(severity: 1)
    #expect(!logger.isEnabled(severity: 13, component: 0))
    #expect(logger.isEnabled(severity: 1, component: 1))
    #expect(logger.isEnabled(severity: 1, component: "any_other"))
    logger.setLevel(severity: 1, component: "ws_client")
    #expect(logger.isEnabled(severity: 1, component: 0))
  }

  @Test func aComponentThatIsNotListedHasOneTooByItsNameInForm() {
    let logger = fixture.logger
    logger.setLevel(severity: 5, component: "My Part")
    #expect(logger.isEnabled(severity: 5, component: "my_part"))
    #expect(!logger.isEnabled(severity: 5, component: "other"))
    #expect(!logger.isEnabled(severity: 5, component: 0))
    logger.setLevel(severity: 24, component: "My Part")
    #expect(!logger.isEnabled(severity: 17, component: "my_part"))
    #expect(logger.isEnabled(severity: 9, component: 0))
  }

  @Test func detailsOfADisabledRecordAreNotAskedFor() {
    var asked = 0
    fixture.logger.setLevel(severity: 24)
    fixture.log.measured(.init())
    func details() -> LogObject {
      asked += 1
      return [:]
    }
    if fixture.logger.isEnabled(severity: 9, component: 0) {
      fixture.log.measured(.init(details: details()))
    }
    #expect(asked == 0)
    #expect(fixture.sink.lines.isEmpty)
  }
}
