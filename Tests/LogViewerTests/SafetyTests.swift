import Testing

@testable import LogViewer

@Suite struct SafetyTests {
  /// Characters that a terminal obeys, or that change what is read.
  static let forbidden: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x200B...0x200F, 0x2028...0x202E,
    0x2060...0x206F, 0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F,
  ]

  static let scalars = forbidden.flatMap { $0.compactMap { Unicode.Scalar($0) } }

  private func isSafe(_ lines: [String]) -> Bool {
    lines.allSatisfy { line in
      line.unicodeScalars.allSatisfy { scalar in !Self.forbidden.contains { $0 ~= scalar.value } }
    }
  }

  private func escape(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  @Test func nothingOfARecordControlsTheTerminal() {
    for scalar in Self.scalars {
      // As it is where JSON allows that, and escaped.
      for text in [scalar.value < 0x20 ? escape(scalar) : String(scalar), escape(scalar)] {
        let rest = """
          "error_code":"PT-\(text)","a\(text)":"b\(text)",\
          "details":{"k\(text)":["v\(text)"],"exception":{"type":"t\(text)","message":"m\(text)",\
          "frames":["f\(text)"],"notes":["n\(text)"],"code":"c\(text)"},"tall":["1\(text)",2,3,4],\
          "operator_message":"o\(text)"}
          """
        let line = record(
          level: "L\(text)", service: "s\(text)", component: "c\(text)", event: "e\(text)",
          message: "m\(text)", rest, correlation: "c\(text)")
        #expect(isSafe(shown([line])), "U+\(String(scalar.value, radix: 16))")
      }
    }
  }

  @Test func nothingOfOtherLinesControlsTheTerminal() {
    for scalar in Self.scalars where scalar != "\n" {
      #expect(isSafe(shown(["a\(scalar)b"])), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func whatIsNotUTF8IsReplaced() {
    var viewer = Viewer(.sample, ViewOptions())
    viewer.show(
      LogEntry(source: 0, kind: .text, place: 0, bytes: Array(0x80...0xFF), skipped: 7))
    #expect(isSafe([String(viewer.text.dropLast())]))
    #expect(viewer.text.contains("\u{FFFD}"))
    #expect(viewer.text.hasSuffix("…[+7 bytes]\n"))
  }
}
