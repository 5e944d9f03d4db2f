import CodebookCore
import Testing

/// What stands between `⟦` and `⟧` is where the reader must find the named problem, and nothing
/// else.
@Suite("YAML that is none is refused where it stops being so")
struct SyntaxTests {
  private static let cases: [(rule: String, text: String)] = [
    ("yaml-syntax", "a:\n⟦\t⟧b: 1\n"),
    ("yaml-syntax", "é: 1\nb: é ⟦:⟧ d: e\n"),
    ("yaml-syntax", "a: ⟦@⟧b\n"),
    ("yaml-syntax", "a: ⟦`⟧b`\n"),
    ("yaml-syntax", "a: ⟦%⟧b\n"),
    ("yaml-syntax", "a: \"⟦\\⟧q\"\n"),
    ("yaml-syntax", "a: [1, 2\nb⟦:⟧ 3\n"),
    ("yaml-syntax", "⟦%⟧YAML 2.0\n---\na: 1\n"),
    ("yaml-syntax", "a: 1\n b⟦:⟧ 2\n"),
    ("yaml-syntax", "a:\n  b: 1\n ⟦c⟧: 2\n"),
    ("yaml-syntax", "a:\n- 1\n⟦b⟧ar\n"),
    ("second-document", "a: 1\n⟦---⟧\nb: 2\n"),
    ("second-document", "a: 1\n...\n⟦---⟧\nb: 2\n"),
    ("tag", "a: ⟦!custom 1⟧\nb: ⟦!!int 5⟧\nc: ⟦!!python/object:os.system [⟧x]\n"),
    ("tag", "a: ⟦!!binary aGk=⟧\nb: ⟦!!set {⟧a: 1}\n"),
    ("key-type", "⟦[a]⟧: 1\n⟦{b: c}⟧: 2\n"),
    ("key-type", "? ⟦- a⟧\n: 1\n"),
    ("alias", "a: ⟦*b⟧\nc: &b 1\nd: *b\n"),
    ("alias", "⟦*a⟧ : 1\n"),
    ("alias", "a: &a [1, ⟦*a⟧, {b: ⟦*a⟧}]\nc: *a\n"),
    ("alias", "a: &a\n  b: ⟦*a⟧\n"),
    ("duplicate-key", "a: 1\nb: 2\n⟦a⟧: 3\n⟦\"a\"⟧: 4\n"),
    ("duplicate-key", "x: {a: {c: 1, ⟦c⟧: 2}, ⟦a⟧: 2}\n"),
    ("empty-catalog", "⟦⟧"),
    ("empty-catalog", "⟦⟧# nothing\n\n  # here\n"),
    ("empty-catalog", "⟦⟧ \n\n   \n"),
    ("empty-catalog", "⟦⟧\u{FEFF}"),
  ]

  @Test(arguments: cases)
  func found(_ rule: String, _ text: String) {
    let marked = MarkedText(text)
    let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: marked.text))
    #expect(document.diagnostics.map(\.rule) == marked.ranges.map { _ in rule })
    #expect(document.diagnostics.compactMap(\.location.range) == marked.ranges)
    #expect(document.diagnostics.allSatisfy { $0.severity == .error && $0.fix != nil })
  }

  private static let clean = [
    "a: 1\n...\n", "---\na: 1\n", "%YAML 1.2\n---\na: 1\n", "a: !!str 1\nb: ! 2\n",
    "a: &x 1\nb: *x\nc: [*x, *x]\n", "a: &a 1\nb: &a 2\nc: *a\n", "a: &a [&a 1, *a]\nb: *a\n",
    "? a\n: b\n", "a: 'it''s'\n", "a: {b: , c}\n", "a:\n- b\n-\n",
  ]

  @Test(arguments: clean)
  func isClean(_ text: String) {
    let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: text))
    #expect(document.diagnostics == [])
    #expect(document.root?.pairs.isEmpty == false)
  }

  @Test func aliasesStandForTheLastAnchor() {
    let text = "a: &a 1\nb: *a\nc: &a 2\nd: *a\n"
    let root = YAMLDocument.parse(SourceText(name: "c.yaml", text: text)).root
    #expect(root?.value("b")?.scalarText == "1")
    #expect(root?.value("d")?.scalarText == "2")
  }

  /// Both places of a key are shown, in a short mapping and in one that is looked up in an index.
  @Test(arguments: [2, 15, 16, 17, 40])
  func bothPlaces(_ count: Int) throws {
    let keys = (0..<count).map { "k\($0): 0\n" }.joined()
    for place in [0, 1, count - 1] {
      let text = keys + "k\(place): 1\n"
      let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: text))
      let found = try #require(document.diagnostics.first)
      #expect(document.diagnostics.count == 1 && found.rule == "duplicate-key")
      #expect(found.location.range?.start == SourcePosition(line: count + 1, column: 1))
      let first = SourcePosition(line: place + 1, column: 1)
      #expect(found.notes.map(\.location?.range?.start) == [first])
      #expect(document.root?.value("k\(place)")?.scalarText == "0", "the first one counts")
    }
  }
}
