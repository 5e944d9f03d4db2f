import CodebookFiles
import Foundation
import TestFolders
import Testing

@Suite struct CheckTests {
  let temporary = TemporaryFolder()

  @Test func findsEveryKindOfDrift() throws {
    let output = temporary.output()
    _ = try output.write(
      [file("Same", "s"), file("Changed", "a\nb\nc\n"), file("Gone", "g"), file("Stale", "x")],
      targets: ["swift"])
    try temporary.put("a\nB\nc\n", at: "out/Changed")
    try temporary.put("mine", at: "out/Foreign")
    try FileManager.default.removeItem(atPath: "\(output.root)/Gone")
    let before = try temporary.times()
    let drifts = try output.check(
      [
        file("Same", "s"), file("Changed", "a\nb\nc\n"), file("Gone", "g"), file("Foreign", "f"),
        file("New", "n"),
      ], targets: ["swift"])
    let found = Dictionary(uniqueKeysWithValues: drifts.map { ($0.path, $0.drift) })
    #expect(
      found == [
        "Changed": .different(line: 2, expected: "b", found: "B"), "Gone": .missing,
        "Foreign": .foreign, "New": .missing, "Stale": .stale,
      ])
    #expect(try temporary.times() == before)
  }

  @Test(arguments: [
    ("a\nb", "a", 1, "a" as String?, "a" as String?), ("a\nb\n", "a\n", 2, "b", nil),
    ("a\n", "a\nb\n", 2, nil, "b"), ("", "x", 1, nil, "x"), ("a\nbc\nd", "a\nbd\nd", 2, "bc", "bd"),
  ])
  func showsTheFirstLineThatDiffers(
    wanted: String, there: String, line: Int, expected: String?, found: String?
  ) throws {
    let output = temporary.output()
    _ = try output.write([file("One", there)], targets: ["swift"])
    let drifts = try output.check([file("One", wanted)], targets: ["swift"])
    #expect(drifts.map(\.drift) == [.different(line: line, expected: expected, found: found)])
  }

  @Test func allIsMissingWhereThereIsNoFolder() throws {
    let output = temporary.output()
    #expect(try output.check([file("a/One", "1")], targets: ["swift"]).map(\.drift) == [.missing])
    #expect(!FileManager.default.fileExists(atPath: output.root))
  }

  @Test func looksAtNoOtherTarget() throws {
    let output = temporary.output()
    _ = try output.write(
      [file("p", "p", target: "python"), file("s", "s")],
      targets: ["swift", "python"])
    try temporary.put("changed", at: "out/p")
    #expect(try output.check([file("s", "s")], targets: ["swift"]).isEmpty)
    #expect(
      try output.check(
        [file("s", "s"), file("p", "p", target: "python")],
        targets: ["swift"]
      ).isEmpty)
    #expect(try output.check([], targets: ["python"]).map(\.drift) == [.stale])
  }

  @Test func saysWhenOnlyTheManifestIsOutOfDate() throws {
    let output = temporary.output()
    _ = try output.write([file("One", "1"), file("Two", "2")], targets: ["swift"])
    try temporary.put(manifest("swift One"), at: "out/.codebook-files")
    let drifts = try output.check([file("One", "1"), file("Two", "2")], targets: ["swift"])
    #expect(drifts.map(\.path) == [".codebook-files"])
    #expect(drifts.map(\.drift) == [.manifest])
  }
}
