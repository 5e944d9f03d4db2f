@testable import CodebookRuntime
import Testing

/// One test, since all of it is about what a process has once.
@Suite struct SessionTests {
  private func logger() -> (RecordLogger, RecordingSink) {
    let sink = RecordingSink()
    return (RecordLogger(catalog: .everyType, service: "engine", sink: sink), sink)
  }

  @Test func aProcessHasOneSessionWhateverTheNumberOfItsLoggers() {
    let before = SessionID.process
    let (first, firstSink) = logger()
    let (second, secondSink) = logger()
    #expect(first.session == before && second.session == before)

    let adopted = SessionID.random()
    first.adopt(session: adopted)
    #expect(SessionID.process == adopted && logger().0.session == adopted)
    #expect(second.session == before)
    second.adopt(session: adopted)
    for line in firstSink.lines + secondSink.lines {
      #expect(line.contains("\"provisional_session_id\":\"\(before)\""))
    }
    #expect(firstSink.lines.count == 1 && secondSink.lines.count == 1)

    let other = Fixture()
    other.logger.adopt(session: .random())
    #expect(SessionID.process == adopted, "another session than the process's was left")
    first.adopt(session: before)
    #expect(SessionID.process == before)
  }
}
