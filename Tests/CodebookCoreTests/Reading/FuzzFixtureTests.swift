import CodebookCore
import Foundation
import Testing

/// `Fixtures/Fuzz/` holds what the fuzzer found: inputs that once broke the reader, and a few that
/// reach far into it. `scripts/fuzz.sh` begins with them.
@Suite("What the fuzzer found gives findings with a place")
struct FuzzFixtureTests {
  private static let folder = ComposedCatalog.fixtures.appending(path: "Fuzz")

  private static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  @Test func thereAreSome() { #expect(Self.files.count >= 10) }

  @Test(arguments: files)
  func everyFindingHasAPlace(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    let source = SourceText(name: name, bytes: bytes)
    let result = Linter.lint(source)
    #expect(result.catalog != nil || !result.diagnostics.isEmpty)
    for diagnostic in result.diagnostics {
      let range = try #require(diagnostic.location.range, "\(diagnostic)")
      #expect(range.start <= range.end, "\(diagnostic)")
      for place in [range.start, range.end] {
        let line = try #require(source.line(Int(place.line)), "\(diagnostic)")
        #expect(place.column >= 1 && place.column <= line.unicodeScalars.count + 2, "\(diagnostic)")
      }
      #expect(RuleRegistry.rule(diagnostic.rule) != nil, "\(diagnostic)")
    }
    for format in ReportFormat.allCases {
      let report = Report(result.diagnostics, sources: [source])
      #expect(report.rendered(as: format, toolVersion: "1").utf8.allSatisfy { $0 != 0x1B })
    }
  }
}
