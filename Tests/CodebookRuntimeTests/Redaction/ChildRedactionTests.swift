import Redaction
import Testing

@testable import CodebookRuntime

/// What a child process writes, with secrets in it.
@Suite struct ChildRedactionTests {
  private let fixture = Fixture()

  /// The records that a child's output gives, in pieces of each size.
  private func records(_ text: String) -> [String] {
    let all = [text.utf8.count, 11, 1].map { size in
      let fixture = Fixture()
      var parser = ChildOutputParser(
        redactor: fixture.logger.layout.redactor,
        severity: RecordRecognizer(fixture.logger.catalog).severity)
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: max(size, 1)) {
        let piece = bytes[start..<min(start + size, bytes.count)]
        for item in piece.withUnsafeBytes({ parser.consume($0, at: 0) }) {
          fixture.logger.write(item, of: "child", severity: 13)
        }
      }
      for item in parser.finish() { fixture.logger.write(item, of: "child", severity: 13) }
      return fixture.sink.lines
    }
    #expect(all.allSatisfy { $0 == all[0] })
    return all[0]
  }

  @Test func aRecordPassesWithoutItsSecrets() {
    let token = Planted.codeToken()
    let other = Fixture()
    other.say("m", details: ["a": 1])
    let clean = other.sink.last
    #expect(records(clean) == [clean])
    let leaky = clean.replacing("\"a\":1", with: "\"a\":\"\(token)\",\"password\":{\"x\":1}")
    #expect(
      records(leaky) == [
        clean.replacing(
          "\"a\":1", with: "\"a\":\"[redacted:code-token]\",\"password\":\"[redacted:password]\"")
      ])
  }

  @Test func aRecordThatGrowsTooLongIsAText() {
    let other = Fixture()
    other.say("m", details: ["a": 1])
    let room = 16_383 - other.sink.last.utf8.count
    let mails = String(repeating: "a@b.io,", count: (room - 10) / 7)
    let long = other.sink.last.replacing("\"a\":1", with: "\"a\":\"\(mails)\"")
    #expect(long.utf8.count <= 16_383)
    let written = records(long)
    #expect(written.count == 1)
    #expect(written.first?.contains("\"event\":\"framework_log\"") == true)
    #expect(written.first?.contains("a@b.io") == false)
    #expect((written.first?.utf8.count ?? .max) <= 16_383)
  }

  @Test func linesThatBelongTogetherAreOneText() {
    let key = Planted.privateKey()
    let secret = Planted.text(20)
    let text = """
      starting
      \(key.joined(separator: "\n"))
      password:
        \(secret)
      going on
      Traceback (most recent call last):
        File "/home/somebody/app.py", line 1, in <module>
          connect(api_key="\(secret)")
      ValueError: bad token: \(secret)
      """
    let written = records(text).joined()
    for needle in key.dropFirst().dropLast() + [secret] {
      #expect(!written.contains(needle.prefix(5)), "\(written)")
    }
    for word in ["starting", "[redacted:private-key]", "going on", "~/app.py", "ValueError"] {
      #expect(written.contains(word), "\(word): \(written)")
    }
  }

  @Test func aNameWaitsForItsValueNoLongerThanForARecord() {
    var parser = ChildOutputParser(redactor: Redactor(.sample)) { _ in nil }
    func take(_ text: String, at time: Int64) -> [ChildOutputParser.Item] {
      Array(text.utf8).withUnsafeBytes { parser.consume($0, at: time) }
    }
    #expect(take("password:\n", at: 0).isEmpty)
    #expect(parser.nextDeadline == 200)
    #expect(parser.advance(to: 200) == [.text(ChildText("password:"))])
    #expect(take("all is well\n", at: 300) == [.text(ChildText("all is well"))])
  }

  @Test func theChildsNameIsLookedAt() {
    let token = Planted.codeToken()
    fixture.logger.write(.text(ChildText("hello")), of: token, severity: 13)
    #expect(fixture.sink.last.contains("\"component\":\"redacted\""))
    #expect(fixture.sink.last.contains("\"logger\":\"[redacted:code-token]\""))
  }

  @Test func whatWasFoundIsCounted() {
    var parser = ChildOutputParser(redactor: fixture.logger.layout.redactor) { _ in nil }
    let text = "\(Planted.codeToken())\npassword: planted\n"
    _ = Array(text.utf8).withUnsafeBytes { parser.consume($0, at: 0) }
    fixture.logger.count(parser.takeFinds())
    fixture.logger.count(parser.takeFinds())
    #expect(fixture.logger.redactionCounts == ["code-token": 1, "password": 1])
  }
}
