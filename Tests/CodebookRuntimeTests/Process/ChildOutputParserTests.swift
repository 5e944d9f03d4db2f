import Redaction
import Testing

@testable import CodebookRuntime

@Suite struct ChildOutputParserTests {
  private let record = #"{"record":true}"#

  private func parser() -> ChildOutputParser {
    ChildOutputParser(redactor: Redactor(.sample)) {
      $0.starts(with: #"{"record""#.utf8) ? 9 : nil
    }
  }

  /// All of a text at once, in pieces of each size, and byte by byte: always the same items.
  private func items(_ text: String) -> [ChildOutputParser.Item] {
    let bytes = Array(text.utf8)
    let all = [bytes.count, 7, 3, 1].map { size in
      var parser = parser()
      var items: [ChildOutputParser.Item] = []
      for start in stride(from: 0, to: bytes.count, by: max(size, 1)) {
        let piece = bytes[start..<min(start + size, bytes.count)]
        items += piece.withUnsafeBytes { parser.consume($0, at: 0) }
      }
      return items + parser.finish()
    }
    #expect(all.allSatisfy { $0 == all[0] })
    return all[0]
  }

  private func line(_ text: String) -> ChildOutputParser.Item { .text(ChildText(text)) }

  private func crash(_ message: String, _ lines: [String] = []) -> ChildOutputParser.Item {
    .text(ChildText(message, lines: lines, isCrash: true))
  }

  @Test func recordsPassByteForByteAndLinesBecomeTexts() {
    let text = "\n  \nhello\r\n\(record) \r\n{\"x\":1}\n\u{FEFF}Ü\ttab\n\(record)"
    #expect(
      items(text) == [
        line("hello"), .record(Array("\(record) \r\n".utf8), severity: 9), line("{\"x\":1}"),
        line("\u{FEFF}Ü\ttab"), .record(Array("\(record)\n".utf8), severity: 9),
      ])
    #expect(items("").isEmpty)
  }

  @Test func bytesThatAreNoTextDoNoHarm() {
    var parser = parser()
    let bytes: [UInt8] = [0xFF, 0x00, 0x41, 0x0A, 0xE2, 0x82]
    var items = bytes.withUnsafeBytes { parser.consume($0, at: 0) }
    items += parser.finish()
    #expect(items == [line("\u{FFFD}\0A"), line("\u{FFFD}")])
  }

  @Test func aTracebackIsOneTextWithTheExceptionAsItsMessage() {
    let traceback = [
      "Traceback (most recent call last):", "  File \"a.py\", line 1, in <module>", "    f()",
      "ValueError: bad: 1",
    ]
    let text = traceback.joined(separator: "\n")
    #expect(
      items("before\n\(text)\n\n\(record)\nafter\n") == [
        line("before"), crash("ValueError: bad: 1", traceback),
        .record(Array("\(record)\n".utf8), severity: 9), line("after"),
      ])
    #expect(items(text) == [crash("ValueError: bad: 1", traceback)])
    // Another one, with no word of how it came of the first.
    #expect(
      items("\(text)\n\(text)\n") == [
        crash("ValueError: bad: 1", traceback), crash("ValueError: bad: 1", traceback),
      ])
  }

  @Test(arguments: [
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
  ])
  func chainedTracebacksAreOneText(link: String) {
    let lines = [
      "Exception in thread Thread-1 (f):", "Traceback (most recent call last):", "  File a", "",
      "KeyError: 'x'", "", link, "", "Traceback (most recent call last):", "  File b",
      "app.Error: several", "lines of it",
    ]
    #expect(items(lines.joined(separator: "\n") + "\n\n\n") == [crash("app.Error: several", lines)])
  }

  @Test func fatalErrorsAreCrashes() {
    let python = [
      "Fatal Python error: Segmentation fault", "", "Thread 0x1 (most recent call first):",
    ]
    #expect(items(python.joined(separator: "\n")) == [crash(python[0], python)])
    #expect(items("main.swift:3: Fatal error: oh\n") == [crash("main.swift:3: Fatal error: oh")])
  }

  @Test func whatIsNotFinishedWaitsForQuiet() {
    var parser = parser()
    func take(_ text: String, at time: Int64) -> [ChildOutputParser.Item] {
      Array(text.utf8).withUnsafeBytes { parser.consume($0, at: time) }
    }
    #expect(parser.nextDeadline == nil)
    #expect(take("Traceback (most recent call last):\n", at: 1000).isEmpty)
    #expect(parser.nextDeadline == 1200)
    #expect(take("  File a\n", at: 1100).isEmpty)
    #expect(parser.advance(to: 1299).isEmpty)
    #expect(
      parser.advance(to: 1300) == [
        crash(
          "Traceback (most recent call last):",
          ["Traceback (most recent call last):", "  File a"])
      ])
    #expect(parser.nextDeadline == nil)
    #expect(take("Continue? ", at: 2000).isEmpty)
    #expect(parser.advance(to: 2200) == [line("Continue? ")])
    // Half a record is nothing.
    #expect(take("{\"rec", at: 3000).isEmpty)
    #expect(parser.nextDeadline == nil)
    #expect(parser.advance(to: 9000).isEmpty)
    #expect(take("ord\":true}\n", at: 9000) == [.record(Array("\(record)\n".utf8), severity: 9)])
    // What stands before it is whole all the same.
    #expect(take("Fatal error: x\n{\"rec", at: 9000).isEmpty)
    #expect(parser.advance(to: 9200) == [crash("Fatal error: x")])
    #expect(take("ord\":true}\n", at: 9999) == [.record(Array("\(record)\n".utf8), severity: 9)])
  }

  @Test func aLineWithoutAnEndTakesNoMemory() {
    var parser = parser()
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 16)
    for _ in 0..<50 {
      #expect(piece.withUnsafeBytes { parser.consume($0, at: 0) }.isEmpty)
    }
    let omitted = 50 * piece.count - 65_536
    #expect(
      parser.finish() == [line(String(repeating: "x", count: 65_536) + "…[+\(omitted)]")])
  }

  @Test func aCutFallsBetweenCharacters() {
    // Two bytes, then characters of three: the limit falls inside of one.
    let text = "ab" + String(repeating: "€", count: 30_000)
    let kept = (65_536 - 2) / 3
    #expect(
      items(text + "\n") == [
        line("ab" + String(repeating: "€", count: kept) + "…[+\(30_000 - kept)]")
      ])
    let long = "{\"record\":\"" + String(repeating: "x", count: 70_000) + "\"}"
    #expect(items(long) == [line(String(long.prefix(65_536)) + "…[+\(long.count - 65_536)]")])
  }

  @Test func aCrashWithoutAnEndKeepsItsLastLine() {
    let lines = (0..<10_000).map { "  frame \($0)" }
    let text = (["Traceback (most recent call last):"] + lines + ["Error: x"])
    guard case .text(let crash)? = items(text.joined(separator: "\n")).first else {
      Issue.record("no text")
      return
    }
    #expect(crash.message == "Error: x")
    #expect(crash.lines.count == 400)
    #expect(crash.lines.last == "Error: x")
    #expect(crash.omitted == 10_002 - 400)
  }

  @Test func randomPiecesOfRandomTextGiveTheSame() {
    var random = SeededGenerator(seed: 7)
    let parts = [
      record, "plain", "", "  indented", "Traceback (most recent call last):", "Error: x", "{", "é",
      "Fatal error: y", "\r",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<12, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }
      _ = items(text.joined(separator: "\n"))
    }
  }
}
