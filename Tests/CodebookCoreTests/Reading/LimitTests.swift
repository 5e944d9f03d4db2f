import CodebookCore
import Testing

@Suite("No input costs more than the limits say")
struct LimitTests {
  private func diagnostics(_ text: String, _ limits: YAMLLimits = YAMLLimits()) -> [Diagnostic] {
    YAMLDocument.parse(SourceText(name: "c.yaml", text: text), limits: limits).diagnostics
  }

  @Test func tooLarge() {
    var limits = YAMLLimits()
    limits.bytes = 4
    #expect(diagnostics("a: 1", limits) == [])
    let found = diagnostics("a: 1\n", limits)
    #expect(found.map(\.rule) == ["too-large"])
    #expect(found.map(\.location.range) == [.fileStart])
    #expect(found.first?.message.hasPrefix("the file has 5 bytes; a catalog may have 4") == true)
  }

  @Test func depthOfFlow() {
    var limits = YAMLLimits()
    limits.depth = 3
    #expect(diagnostics("a: [[1]]", limits) == [])
    let marked = MarkedText("é: [[⟦[⟧1]]]")
    let found = diagnostics(marked.text, limits)
    #expect(found.map(\.rule) == ["too-deep"])
    #expect(found.compactMap(\.location.range) == marked.ranges)
  }

  private static let levels = 10_000

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
  func tenThousandLevels(_ opening: String) {
    let found = diagnostics(String(repeating: opening, count: Self.levels))
    #expect(found.map(\.rule) == ["too-deep"])
    #expect(found.compactMap(\.location.range).allSatisfy { $0.start.line == 1 })
  }

  @Test func tenThousandIndentedLevels() {
    let text = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    let found = diagnostics(text)
    #expect(found.map(\.rule) == ["too-deep"])
    #expect(found.first?.location.range?.start == SourcePosition(line: 65, column: 65))
  }

  /// Nine lines that would stand for a billion values.
  @Test func billionLaughs() throws {
    let names = Array("abcdefghi")
    let lines = zip(names, names.dropFirst()).map { name, next in
      "x-\(next): &\(next) [" + [String](repeating: "*\(name)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    let found = diagnostics("x-a: &a [lol]\n" + lines.joined())
    #expect(found.map(\.rule) == ["alias"])
    #expect(found.first?.message == "aliases stand for more than 10000 values in all")
    #expect(found.first?.location.range?.start.line == 5)
  }

  @Test func aliasBudgetIsExact() {
    var limits = YAMLLimits()
    limits.aliasedNodes = 6
    // A list of two has three nodes.
    #expect(diagnostics("a: &a [1, 2]\nb: [*a, *a]\n", limits) == [])
    let marked = MarkedText("a: &a [1, 2]\nb: [*a, *a]\nc: ⟦*a⟧\nd: *a\n")
    let found = diagnostics(marked.text, limits)
    #expect(found.map(\.rule) == ["alias"])
    #expect(found.compactMap(\.location.range) == marked.ranges)
  }

  @Test(arguments: [1 << 10, 1 << 16])
  func longKeysAndLines(_ length: Int) throws {
    let long = String(repeating: "k", count: length)
    for text in [
      "\(long): 1\n", "? \(long)\n: 1\n? \(long)\n: 2\n", "a: *\(long)\n", "a: !\(long) 1\n",
      "scopes:\n  ? \(long)\n  : {description: \(long), \(long.prefix(99)): 1}\n",
      "scopes:\n  a: {description: \(String(repeating: "1", count: length))}\n",
      "errors:\n  ? ACME-B-\(String(repeating: "1", count: length))\n  : {user: x}\n",
    ] {
      let source = SourceText(name: "c.yaml", text: text)
      let found = Linter.lint(source).diagnostics
      #expect(!found.isEmpty && found.allSatisfy { $0.message.utf8.count < 1000 })
      let report = Report(found, sources: [source]).rendered(as: .text, toolVersion: "1")
      #expect(report.utf8.count < 1000 * found.count)
    }
  }

  /// Looking for parameters must not search the rest of the text at every brace.
  @Test func manyBraces() {
    let text = String(repeating: "{ ", count: 200_000) + "{a}"
    #expect(MessageTemplate.placeholders(in: text).map(\.name) == ["a"])
  }
}
