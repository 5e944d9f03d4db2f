import Foundation
import Testing

/// `Fixtures/` holds what the fuzzer of logs found, by parts: inputs that once broke a promise, and
/// a few that reach far. `scripts/fuzz.sh` begins with them.
@Suite("What the fuzzer found breaks no promise")
struct FuzzFixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  private static let files: [String] =
    ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.contains("/") }.sorted()

  @Test func thereAreSomeOfEachPart() {
    let parts = Set(Self.files.map { $0.prefix { $0 != "/" } })
    #expect(parts.map(String.init).sorted() == LogPromises.Part.allCases.map(\.name).sorted())
  }

  @Test(arguments: files)
  func noPromiseIsBroken(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    #expect(try LogPromises().check(bytes), "no part has it")
  }
}
