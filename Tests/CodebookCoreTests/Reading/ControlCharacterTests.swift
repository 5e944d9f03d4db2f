import CodebookCore
import Testing

@Suite("Control characters are refused where they stand; their escapes are fine")
struct ControlCharacterTests {
  private static let raw: [Unicode.Scalar] = [
    "\u{0}", "\u{1}", "\u{7}", "\u{8}", "\u{B}", "\u{C}", "\u{E}", "\u{1B}", "\u{1F}", "\u{7F}",
    "\u{80}", "\u{85}", "\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}",
  ]

  @Test(arguments: raw)
  func refused(_ scalar: Unicode.Scalar) {
    for text in ["# é👍", "a: é👍", "a: \"👍", "a: |\n  👍b"] {
      let marked = MarkedText("b: 1\n" + text + "⟦\(scalar)⟧ behind it")
      let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: marked.text))
      #expect(document.diagnostics.map(\.rule) == ["control-character"])
      #expect(document.diagnostics.compactMap(\.location.range) == marked.ranges)
    }
  }

  @Test func carriageReturnAlone() {
    let marked = MarkedText("a: 1\r\nb: 2⟦\r⟧c: 3\n")
    let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: marked.text))
    #expect(document.diagnostics.map(\.rule) == ["control-character"])
    #expect(document.diagnostics.compactMap(\.location.range) == marked.ranges)
  }

  @Test(arguments: [
    ("\\u0085", "\u{85}"), ("\\N", "\u{85}"), ("\\L", "\u{2028}"), ("\\u2029", "\u{2029}"),
    ("\\e", "\u{1B}"), ("\\x7F", "\u{7F}"), ("\\uFEFF", "\u{FEFF}"), ("\\U0001F44D", "👍"),
  ])
  func escape(_ written: String, _ meant: String) {
    let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: "a: \"<\(written)>\""))
    #expect(document.diagnostics == [])
    #expect(document.root?.value("a")?.scalarText == "<\(meant)>")
  }

  @Test(arguments: ["\\0", "\\x00", "\\u0000", "\\U00000000"])
  func escapedNUL(_ written: String) {
    let marked = MarkedText("a: ⟦\"<\(written)>\"⟧\n⟦\"\(written)\"⟧: 1\nb: *none\n")
    let document = YAMLDocument.parse(SourceText(name: "c.yaml", text: marked.text))
    let found = document.diagnostics.filter { $0.rule == "control-character" }
    #expect(found.compactMap(\.location.range) == marked.ranges)
    #expect(document.diagnostics.contains { $0.rule == "alias" }, "reading goes on")
  }

  @Test func allowed() throws {
    let text = "a: b\tc\r\n\r\n# \u{A0}\u{E000}\u{10FFFF}\u{FFFD}\r\nd: 'x\ty'\r\n"
    #expect(YAMLDocument.parse(SourceText(name: "c.yaml", text: text)).diagnostics == [])
    let windows = try ComposedCatalog.text("").split(separator: "\n").joined(separator: "\r\n")
    #expect(ComposedCatalog.findings(in: windows) == [])
  }
}
