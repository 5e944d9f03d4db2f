import CodebookCore
import Testing

@Suite("A catalog is UTF-8, and what is not is shown at its first byte")
struct EncodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    /// Columns count code points.
    let line: Int, column: Int

    init(_ name: String, _ bytes: [UInt8], at line: Int, _ column: Int) {
      (testDescription, self.bytes, self.line, self.column) = (name, bytes, line, column)
    }
  }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func wide(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  private static let broken = [
    Case("lone continuation", text("a: ") + [0x80], at: 1, 4),
    Case("continuation after a character", text("a: é") + [0xA9], at: 1, 5),
    Case("overlong slash", text("a: 1\nb: ") + [0xC0, 0xAF], at: 2, 4),
    Case("overlong in three bytes", text("a: ") + [0xE0, 0x80, 0xAF], at: 1, 4),
    Case("overlong in four bytes", text("a: ") + [0xF0, 0x80, 0x80, 0xAF], at: 1, 4),
    Case("surrogate", text("é👍: ") + [0xED, 0xA0, 0x80], at: 1, 5),
    Case("beyond Unicode", text("a: ") + [0xF4, 0x90, 0x80, 0x80], at: 1, 4),
    Case("no first byte", text("a: ") + [0xFF], at: 1, 4),
    Case("cut after one of two", text("a: ") + [0xC3], at: 1, 4),
    Case("cut after two of three", text("a: ") + [0xE2, 0x82], at: 1, 4),
    Case("cut after three of four", text("a: ") + [0xF0, 0x9F, 0x91], at: 1, 4),
    Case("cut by a line end", text("a: ") + [0xE2, 0x82, 0x0A], at: 1, 4),
    Case("Latin-1", text("# caf") + [0xE9] + text(" is open\n"), at: 1, 6),
    Case("after a byte order mark", [0xEF, 0xBB, 0xBF, 0x61, 0xFF], at: 1, 2),
    Case("after CR LF", text("a: 1\r\nb: 2\r\n") + [0xFF], at: 3, 1),
  ]

  @Test(arguments: broken)
  func brokenByte(_ input: Case) throws {
    let document = YAMLDocument.parse(SourceText(name: "c.yaml", bytes: input.bytes))
    let start = SourcePosition(line: input.line, column: input.column)
    let end = SourcePosition(line: input.line, column: input.column + 1)
    #expect(document.root == nil)
    #expect(document.diagnostics.map(\.rule) == ["encoding"])
    #expect(document.diagnostics.map(\.location.range) == [SourceRange(start, end)])
    #expect(document.diagnostics.allSatisfy { $0.message.hasSuffix("is not valid UTF-8") })
  }

  private static let wideCases = [
    Case("UTF-16 BE with mark", wide("\u{FEFF}codebook: 1", bigEndian: true), at: 1, 1),
    Case("UTF-16 LE with mark", wide("\u{FEFF}codebook: 1", bigEndian: false), at: 1, 1),
    Case("UTF-16 BE", wide("# A catalog", bigEndian: true), at: 1, 1),
    Case("UTF-16 LE", wide("codebook: 1", bigEndian: false), at: 1, 1),
    Case("UTF-32 BE with mark", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x63], at: 1, 1),
    Case("UTF-32 LE with mark", [0xFF, 0xFE, 0, 0, 0x63, 0, 0, 0], at: 1, 1),
  ]

  @Test(arguments: wideCases)
  func wideEncoding(_ input: Case) {
    let found = YAMLDocument.parse(SourceText(name: "c.yaml", bytes: input.bytes)).diagnostics
    #expect(found.map(\.rule) == ["encoding"])
    #expect(found.map(\.location.range) == [.fileStart])
    #expect(
      found.allSatisfy { $0.message.contains("UTF-16") && $0.fix == "save the file as UTF-8" })
  }

  /// A mark at the start is no character: lines and columns are those of the file without it.
  @Test func byteOrderMark() throws {
    let clean = try ComposedCatalog.text("")
    #expect(ComposedCatalog.findings(in: "\u{FEFF}" + clean) == [])
    let wrong = "codebook: 99\n"
    let source = SourceText(name: "catalog.yaml", text: "\u{FEFF}" + wrong)
    #expect(Linter.lint(source).diagnostics == ComposedCatalog.findings(in: wrong))
    #expect(source.line(1) == "codebook: 99")
    let report = Report(Linter.lint(source).diagnostics, sources: [source])
    #expect(report.rendered(as: .text, toolVersion: "1").contains("| codebook: 99\n"))
  }

  @Test func byteOrderMarkElsewhere() {
    let found = ComposedCatalog.findings(in: "a: 1\nb: \u{FEFF}2\n")
    #expect(found.map(\.rule) == ["control-character"])
    #expect(found.first?.location.range?.start == SourcePosition(line: 2, column: 4))
  }
}
