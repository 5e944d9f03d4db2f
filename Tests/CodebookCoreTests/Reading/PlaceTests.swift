import CodebookCore
import Testing

/// Marks stand in the order of `places`.
@Suite("Nodes know where they stand, in code points")
struct PlaceTests {
  private func root(_ text: String) throws -> Node {
    try #require(YAMLDocument.parse(SourceText(name: "c.yaml", text: text)).root)
  }

  private static let scalars: [(text: String, meant: String)] = [
    ("a: ⟦plain text⟧ # comment\n", "plain text"),
    ("é👍: x\na: ⟦\"é👍👩‍👩‍👧\"⟧\n", "é👍👩‍👩‍👧"),
    ("é: {\"👍\": 1, a: ⟦'it''s'⟧}\n", "it's"),
    ("a: ⟦one\n  two⟧\nb: 1\n", "one two"),
    ("a: ⟦\"one\n\n  two\"⟧\nb: 1\n", "one\ntwo"),
    ("a: ⟦|\n  one\n  two\n⟧b: 1\n", "one\ntwo\n"),
    ("a: ⟦>-\n  one\n  two\n⟧b: 1\n", "one two"),
    ("a:⟦⟧\nb: 1\n", ""), ("a: ⟦~⟧", "~"), ("a: ⟦x⟧", "x"), ("a: ⟦&b x⟧\n", "x"),
    ("a: ⟦'x'⟧\r\nb: 1\r\n", "x"), ("\u{FEFF}a: ⟦x⟧\r\n", "x"),
  ]

  @Test(arguments: scalars)
  func scalar(_ text: String, _ meant: String) throws {
    let marked = MarkedText(text.replacing("\u{FEFF}", with: "").replacing("\r", with: ""))
    let source = text.replacing("⟦", with: "").replacing("⟧", with: "")
    let node = try #require(try root(source).value("a") ?? root(source).pairs[0].value.value("a"))
    #expect(node.scalarText == meant)
    #expect([node.range] == marked.ranges)
  }

  @Test(arguments: [
    "a: ⟦[1, 2]⟧\n", "a: ⟦{b: [c], d: e}⟧ # x\n", "a:\n  ⟦b: 1\n  c: 2⟧\n\n# x\nd: 1\n",
    "a:\n⟦- 1\n- b: 2⟧\n\n\nd: 1\n", "a: ⟦[1,\n 2\n]⟧\n", "a: ⟦[]⟧", "a: ⟦{}⟧\n", "a:\n⟦- [1]⟧",
  ])
  func collection(_ text: String) throws {
    let marked = MarkedText(text)
    #expect([try root(marked.text).value("a")?.range] == marked.ranges)
  }

  @Test(arguments: [
    ("a: ab⟦cd⟧e\n", 2..<4), ("é: \"é👍⟦cd⟧e\"\n", 2..<4), ("é: 'é⟦c⟧'\n", 1..<2),
    // Where a text does not stand as it is, all of it is meant.
    ("a: ⟦'it''s'⟧\n", 1..<2), ("a: ⟦\"\\x41bc\"⟧\n", 1..<2), ("a: ⟦ab\n c⟧\n", 0..<2),
    ("a: ⟦&x abc⟧\n", 1..<2), ("a: ⟦! 'abc'⟧\n", 1..<2),
  ])
  func partOfText(_ text: String, _ characters: Range<Int>) throws {
    let marked = MarkedText(text)
    #expect([try root(marked.text).pairs[0].value.range(of: characters)] == marked.ranges)
  }

  @Test func keysAndAliases() throws {
    let marked = MarkedText("⟦é⟧: &x 1\n⟦\"b c\"⟧: ⟦*x⟧\n")
    let root = try root(marked.text)
    #expect(root.pairs.map(\.key.range) + [root.pairs[1].value.range] == marked.ranges)
    #expect(root.pairs[1].value.scalarText == "1")
  }

  /// Without a line break at its end, a file ends where its last character does.
  @Test(arguments: [
    "---", "a:", "a: \"b", "a: [b", "a:\n- {é", "a: |\n  b", "? b", "é: &a", "a: 'b\n👍",
  ])
  func endOfFile(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = SourcePosition(line: lines.count, column: try #require(lines.last).count + 1)
    let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: text))
    let found = document.diagnostics.compactMap(\.location.range)
    let place = try #require(found.first ?? document.root.map { $0.range as SourceRange })
    #expect(found.count <= 1)
    #expect(place.start <= end && place.end.line <= end.line)
  }

  @Test func linesOfSources() {
    let source = SourceText(name: "c.yaml", bytes: Array("é\r\n\nb\u{85}c\n".utf8) + [0xFF])
    #expect((0...5).map(source.line) == [nil, "é", "", "b\u{85}c", "\u{FFFD}", nil])
  }

  @Test func order() {
    let ranges = [(2, 1, 3, 1), (1, 9, 1, 10), (1, 9, 1, 9), (1, 10, 1, 11)].map {
      SourceRange(.init(line: $0, column: $1), .init(line: $2, column: $3))
    }
    #expect(ranges.sorted() == [2, 1, 3, 0].map { ranges[$0] })
    let locations = [
      SourceLocation(file: "b"), .init(file: "a", range: ranges[0]), .init(file: "a"),
      .init(file: "a", range: ranges[1]),
    ]
    #expect(locations.sorted() == [2, 3, 1, 0].map { locations[$0] })
  }
}
