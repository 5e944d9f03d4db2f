import CodebookCore
import Testing

/// Edits by line and column change what they name, and no other byte.
@Suite struct SourceEditTests {
  private func edit(
    _ text: String, _ edits: (from: (Int, Int), to: (Int, Int), with: String)...
  ) -> String {
    let edits = edits.map { edit in
      SourceEdit(
        SourceRange(
          SourcePosition(line: edit.from.0, column: edit.from.1),
          SourcePosition(line: edit.to.0, column: edit.to.1)), with: edit.with)
    }
    let edited = SourceText(name: "a", text: text).edited(edits)
    #expect(edited.name == "a")
    return String(decoding: edited.bytes, as: UTF8.self)
  }

  @Test func columnsCountCodePoints() {
    #expect(edit("é👋e\u{301}x\ny", ((1, 3), (1, 5), "_")) == "é👋_x\ny")
    #expect(edit("a\nbcd\ne", ((2, 2), (2, 3), "")) == "a\nbd\ne")
  }

  @Test func severalAreMadeAtOnceInAnyOrder() {
    let text = "one\ntwo\nthree\n"
    let wanted = "1\ntwo\n3three!\n"
    #expect(
      edit(text, ((1, 1), (1, 4), "1"), ((3, 1), (3, 1), "3"), ((3, 6), (3, 6), "!")) == wanted)
    #expect(
      edit(text, ((3, 6), (3, 6), "!"), ((1, 1), (1, 4), "1"), ((3, 1), (3, 1), "3")) == wanted)
    #expect(edit(text, ((1, 1), (2, 1), ""), ((2, 1), (3, 1), "")) == "three\n")
  }

  @Test func aByteOrderMarkIsNoColumnAndCarriageReturnsStay() {
    #expect(
      edit("\u{FEFF}ab\r\nc\r\n", ((1, 1), (1, 2), "x")).utf8.elementsEqual(
        "\u{FEFF}xb\r\nc\r\n".utf8))
    #expect(edit("ab\r\nc\r\n", ((2, 1), (3, 1), "")).utf8.elementsEqual("ab\r\n".utf8))
  }

  @Test func placesBeyondTheTextAreItsEnd() {
    #expect(edit("a", ((7, 1), (7, 1), "b")) == "ab")
    #expect(edit("a\nb", ((1, 9), (1, 9), "!")) == "a!\nb")
    #expect(edit("", ((1, 1), (1, 1), "x")) == "x")
  }
}
