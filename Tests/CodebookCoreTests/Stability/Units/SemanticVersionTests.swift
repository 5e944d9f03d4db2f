import Testing

@testable import CodebookCore

@Suite("Versions")
struct SemanticVersionTests {
  @Test(arguments: [
    ("1.4.2", Bump.patch, "1.4.3"), ("1.4.2", .minor, "1.5.0"), ("1.4.2", .major, "2.0.0"),
    ("0.4.2", .patch, "0.4.3"), ("0.4.2", .minor, "0.5.0"), ("0.4.2", .major, "0.5.0"),
    ("0.0.1", .major, "0.1.0"), ("9.9.9", .patch, "9.9.10"),
    ("999999999.0.0", .major, "1000000000.0.0"),
  ])
  func next(_ version: String, _ bump: Bump, _ next: String) {
    #expect(SemanticVersion(version)?.next(for: bump).description == next)
  }

  @Test(arguments: ["", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0-rc1", "v1.0.0", "1.-1.0", "1..0"])
  func isNone(_ text: String) { #expect(SemanticVersion(text) == nil) }

  @Test func order() {
    let texts = ["0.0.9", "0.9.0", "0.10.0", "1.0.0", "1.0.10", "1.2.0", "10.0.0"]
    let versions = texts.compactMap { SemanticVersion($0) }
    #expect(versions.map(\.description) == texts && versions.shuffled().sorted() == versions)
    #expect(Bump.allCases == Bump.allCases.sorted())
  }
}
