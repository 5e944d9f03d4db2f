@testable import CodebookRuntime
import Redaction
import Testing

@Suite struct TextTests {
  private func json(_ text: String, limit: Int = .max) -> String {
    var buffer = LineBuffer(capacity: text.utf8.count * 6 + 40)
    defer { buffer.deallocate() }
    buffer.appendText(text, limit: limit)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test(arguments: 0..<8) func everyCharacterIsWrittenAsItIsToBe(_ before: Int) {
    // At each place of a word of eight bytes, since the scan reads words.
    let prefix = String(repeating: "x", count: before)
    for value in (0 as UInt32)...0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected =
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\u{8}": "\\b"
        case "\u{C}": "\\f"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case "\0"..<" ", "\u{80}"..."\u{9F}", "\u{2028}", "\u{2029}":
          "\\u" + String(repeating: "0", count: value < 0x10 ? 3 : value < 0x100 ? 2 : 0)
            + String(value, radix: 16)
        default: String(Character(scalar))
        }
      let text = prefix + String(Character(scalar)) + "yz tail"
      #expect(json(text).utf8.elementsEqual("\"\(prefix)\(expected)yz tail\"".utf8), "U+\(value)")
    }
  }

  @Test func charactersAreCodePoints() {
    #expect(json("e\u{301}e\u{301}", limit: 3) == "\"e\u{301}e…[+1]\"")
    #expect(json("🎉🎉🎉", limit: 2) == "\"🎉🎉…[+1]\"")
    #expect(json("🎉🎉🎉", limit: 3) == "\"🎉🎉🎉\"")
    #expect(json("", limit: 0) == "\"\"")
    #expect(json("ab", limit: 0) == "\"…[+2]\"")
  }

  @Test func theRestOfALongTextIsCounted() {
    let text = String(repeating: "日本語", count: 1_000_000)
    #expect(json(text, limit: 1) == "\"日…[+2999999]\"")
  }

  @Test func whatDoesNotFitIsLeftOutAndKnown() {
    let text = "plain \"quoted\" \u{2028} text that is longer"
    let whole = json(text)
    for capacity in 0...whole.utf8.count {
      var buffer = LineBuffer(capacity: capacity)
      defer { buffer.deallocate() }
      buffer.appendText(text, limit: .max)
      #expect(buffer.hasOverflowed == (capacity < whole.utf8.count))
      #expect(buffer.count <= capacity)
    }
  }
}
