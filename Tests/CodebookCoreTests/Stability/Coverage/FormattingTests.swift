import Testing

@testable import CodebookCore

/// How a catalog is written is nobody's business but its editors'.
@Suite("Comments and formatting are no changes")
struct FormattingTests {
  private static let text = SampleCatalog.text.replacing(", since: 1.1.0", with: "")

  private static func check(_ text: String) throws -> [Diagnostic] {
    let base = try Published.snapshot(Published.catalog(self.text))
    let catalog = try Published.catalog(text)
    return StabilityCheck(Comparison(base: base, catalog: catalog, today: Published.day))
      .diagnostics
  }

  @Test func comments() throws {
    let text = Self.text.split(separator: "\n").map { "# before\n\($0)  # behind\n" }.joined()
    #expect(try Self.check(text) == [])
  }

  @Test func blankLinesAndLineEnds() throws {
    let text = Self.text.replacing("\n", with: "\r\n\r\n")
    #expect(try Self.check(text) == [])
  }

  @Test func indentation() throws {
    let text = Self.text.split(separator: "\n").map { line in
      String(line.prefix { $0 == " " }) + line
    }.joined(separator: "\n")
    #expect(try Self.check(text + "\n") == [])
  }

  @Test func flowStyleAndQuotes() throws {
    let source = SourceText(name: "catalog.yaml", text: Self.text)
    let root = try #require(YAMLDocument.parse(source).root)
    #expect(try Self.check(root.flow) == [])
  }

  @Test func orderOfEverythingThatHasNone() throws {
    let source = SourceText(name: "catalog.yaml", text: Self.text)
    let root = try #require(YAMLDocument.parse(source).root)
    let turned = root.mappingAll { $0.with(pairs: $0.pairs.reversed()) }
    #expect(try Self.check(turned.flow) == [])
  }

  /// The opposite: these tests could see a change.
  @Test func oneLetter() throws {
    #expect(try Self.check(Self.text.replacing("Payment failed", with: "payment failed")) != [])
  }
}
