import Testing

@testable import CodebookCore

@Suite("Carets stand under what they mark")
struct SnippetTests {
  @Test(arguments: [
    ("meant", 0), ("\tmeant", 2), ("日meant", 2), ("e\u{301}meant", 1), ("🎉meant", 2),
    ("⚠️meant", 2), ("👩‍🚀meant", 2), ("👋🏽meant", 2), ("\u{1112}\u{1161}\u{11AB}meant", 2),
    ("🇩🇪meant", 2), ("\u{1B}meant", 8),
  ])
  func columns(_ line: String, _ indentation: Int) {
    let before = line.unicodeScalars.count - 5
    let snippet = Snippet(line: line, range: range(before + 1, before + 6))
    #expect(snippet.indentation == indentation)
    #expect(snippet.width == 5)
  }

  @Test func longLinesAreCut() {
    let wide = String(repeating: "日", count: 200)
    let snippet = Snippet(line: wide + "meant" + wide, range: range(201, 206))
    #expect(snippet.line.hasPrefix("…日") && snippet.line.hasSuffix("日…"))
    #expect(VisibleText.width(snippet.line) <= 122)
    let before = snippet.line.unicodeScalars.prefix { $0 != "m" }
    #expect(VisibleText.width(VisibleText.of(before)) == snippet.indentation)
  }

  /// With the marks for what is left out, a line is no wider than its room.
  @Test(arguments: [0, 20, 40, 66, 122, 300])
  func aLineHasTheRoomOfATerminal(_ room: Int) {
    let line = String(repeating: "a", count: 200) + "meant" + String(repeating: "b", count: 200)
    let snippet = Snippet(line: line, range: range(201, 206), room: room)
    #expect(VisibleText.width(snippet.line) == min(max(room, 22), 122))
    let marked = snippet.line.dropFirst(snippet.indentation).prefix(snippet.width)
    #expect(marked == "meant")
  }

  @Test func aRangeOutsideTheLineIsMarkedAtItsEnd() {
    #expect(Snippet(line: "ab", range: range(9, 12)).indentation == 2)
    #expect(Snippet(line: "ab", range: range(9, 12)).width == 1)
    #expect(Snippet(line: "ab", range: range(0, 0)).indentation == 0)
  }

  private func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(SourcePosition(line: 1, column: start), SourcePosition(line: 1, column: end))
  }
}
