import Foundation
import Testing

@testable import CodebookRuntime

@Suite(.timeLimit(.minutes(2))) struct ChildProcessLogTests {
  private let fixture = Fixture(service: "desktop")

  private func send(_ text: String, _ pipe: TestPipe) {
    Array(text.utf8).withUnsafeBytes { _ = write(pipe.writer, $0.baseAddress, $0.count) }
  }

  /// The log owns the reading end.
  private func begin(_ pipe: TestPipe, severity: Int = 13) throws -> ChildProcessLog {
    try ChildProcessLog(
      reading: dup(pipe.reader), of: "My Engine!", to: fixture.logger, severity: severity)
  }

  @Test func recordsPassAndTextsBecomeRecords() throws {
    let other = Fixture(service: "engine")
    other.say("theirs", severity: 17)
    let record = other.sink.last
    let pipe = try TestPipe()
    let log = try begin(pipe)
    send("plain\n\(record){\"ts\":1}\nTraceback (most recent call last):\n  a\nE: b\nhalf", pipe)
    pipe.closeWriter()
    log.waitForEnd()
    let lines = fixture.sink.lines
    #expect(lines.count == 4)
    #expect(lines[1] == record)
    #expect(fixture.sink.severities == [13, 17, 13, 17])
    let common = #""component":"my_engine","event":"framework_log","message":"#
    #expect(lines[0].contains(#""level":"WARN""#))
    #expect(lines[0].contains(common + #""plain""#))
    #expect(lines[0].contains(#""details":{"logger":"My Engine!"}"#))
    #expect(lines[2].contains(#"\"ts\":1"#))
    #expect(lines[3].contains(#""level":"ERROR""#))
    #expect(lines[3].contains(common + #""E: b""#))
    #expect(
      lines[3].contains(
        #""lines":["Traceback (most recent call last):","  a","E: b","half"]"#))
  }

  @Test func aRecordNeedsAllRequiredFieldsAndItsOwnSeverity() {
    let recognizer = RecordRecognizer(.everyType)
    func severity(_ text: String) -> Int? {
      Array(text.utf8).withUnsafeBytes { recognizer.severity($0) }
    }
    fixture.say("x")
    let record = fixture.sink.last
    #expect(severity(record) == 9)
    #expect(severity(record.replacing("\"INFO\"", with: "\"ERROR\"")) == 17)
    #expect(severity(record.replacing("\"INFO\"", with: "\"FATAL\"")) == 9)
    #expect(severity(record.replacing("\"session_id\"", with: "\"session\"")) == nil)
    #expect(severity(record.replacing("\"INFO\"", with: "7")) == nil)
    // Without its line feed it may have 16,382 bytes.
    let room = 16_382 - (record.utf8.count - 1)
    for (count, expected) in [(room, 9), (room + 1, nil)] {
      let message = "x" + String(repeating: "y", count: count)
      #expect(
        severity(String(record.dropLast()).replacing("\"x\"", with: "\"\(message)\"")) == expected)
    }
    #expect(severity(String(record.dropLast(2))) == nil)
    #expect(severity("[]") == nil)
  }

  @Test func closeTakesWhatIsThereAlthoughTheProcessLives() throws {
    let pipe = try TestPipe()
    let log = try begin(pipe)
    send("one\ntwo", pipe)
    log.close()
    log.close()
    #expect(fixture.sink.lines.count == 2)
    #expect(fixture.sink.last.contains("two"))
  }

  @Test func quietEndsATextWithoutAnEnd() throws {
    let pipe = try TestPipe()
    let log = try begin(pipe)
    send("Continue? ", pipe)
    // The time limit passes where nothing comes.
    while fixture.sink.lines.isEmpty { usleep(1000) }
    #expect(fixture.sink.last.contains("Continue? "))
    log.close()
  }

  @Test func textsBelongToTheActionThatStartedTheProcess() throws {
    let pipe = try TestPipe()
    let context = CorrelationContext.new().newSpan()
    let log = try context.run { try begin(pipe) }
    send("text\n", pipe)
    pipe.closeWriter()
    log.waitForEnd()
    #expect(fixture.sink.last.contains(context.correlationID.description))
    #expect(fixture.sink.last.contains(context.spanID?.description ?? "no span"))
  }

  @Test func aProcessThatNeverPausesDoesNotKeepItsReader() throws {
    // There is always more to read.
    let log = try ChildProcessLog(
      reading: open("/dev/zero", O_RDONLY), of: "endless", to: fixture.logger)
    // It comes to an end, which is what counts. How many records it has made by then depends on how
    // busy the machine is: a reader that waits long for its turn takes that for a pause.
    log.close()
    #expect(!fixture.sink.lines.isEmpty)
  }
}
