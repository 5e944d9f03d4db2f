import CodebookFiles
import Foundation
import TestFolders
import Testing

@Suite struct WriteTests {
  let temporary = TemporaryFolder()

  @Test func writesAllFilesAndTheirManifest() throws {
    let summary = try temporary.output("a/b").write(
      [file("swift/One.swift", "one\n"), file("catalog.json", "{}\n", target: "catalog")],
      targets: ["swift", "catalog"])
    #expect(summary.written.sorted() == ["catalog.json", "swift/One.swift"])
    #expect(summary.unchanged == 0)
    #expect(
      try temporary.tree("a/b") == [
        ".codebook-files": manifest("catalog catalog.json", "swift swift/One.swift"),
        "catalog.json": "{}\n", "swift": "folder", "swift/One.swift": "one\n",
      ])
  }

  @Test func writesNothingWhereNothingChanged() throws {
    let output = temporary.output()
    let files = [file("a/One", "1"), file("Two", "2")]
    _ = try output.write(files, targets: ["swift"])
    let before = try temporary.times()
    let summary = try output.write(files, targets: ["swift"])
    #expect(summary.written.isEmpty && summary.removed.isEmpty)
    #expect(summary.unchanged == 2)
    #expect(try temporary.times() == before)
  }

  @Test func touchesOnlyWhatChanged() throws {
    let output = temporary.output()
    _ = try output.write([file("a/One", "1"), file("b/Two", "2")], targets: ["swift"])
    let before = try temporary.times()
    let summary = try output.write([file("a/One", "1"), file("b/Two", "3")], targets: ["swift"])
    #expect(summary.written == ["b/Two"])
    let after = try temporary.times()
    #expect(after["a/One"] == before["a/One"])
    #expect(after[".codebook-files"] == before[".codebook-files"])
    #expect(after["b/Two"] != before["b/Two"])
    #expect(try temporary.text("out/b/Two") == "3")
  }

  @Test func removesWhatItNoLongerMakesAndTheFoldersThatLeavesEmpty() throws {
    let output = temporary.output()
    _ = try output.write(
      [file("a/b/One", "1"), file("a/b/c/Two", "2"), file("d/Three", "3")], targets: ["swift"])
    try temporary.put("mine", at: "out/d/mine")
    let summary = try output.write([], targets: ["swift"])
    #expect(summary.removed == ["a/b/One", "a/b/c/Two", "d/Three"])
    #expect(
      try temporary.tree() == [".codebook-files": manifest(), "d": "folder", "d/mine": "mine"])
  }

  @Test func foldersOfStaleFilesThatAreGoneAlreadyGoToo() throws {
    let output = temporary.output()
    _ = try output.write([file("a/b/One", "1")], targets: ["swift"])
    try FileManager.default.removeItem(atPath: "\(output.root)/a/b/One")
    #expect(try output.write([], targets: ["swift"]).removed.isEmpty)
    #expect(try temporary.tree() == [".codebook-files": manifest()])
  }

  @Test func leavesOtherTargetsAlone() throws {
    let output = temporary.output()
    _ = try output.write([file("p/Old", "old", target: "python")], targets: ["python"])
    let summary = try output.write(
      [file("s/New", "new"), file("p/Other", "x", target: "python")], targets: ["swift"])
    #expect(summary.written == ["s/New"])
    #expect(summary.removed.isEmpty)
    #expect(try temporary.text("out/.codebook-files") == manifest("python p/Old", "swift s/New"))
  }

  @Test func rendersOneFileAtATimeAndEachOnce() throws {
    let rendered = Rendered()
    let files = (0..<100).map { number in
      OutputFile(path: "f\(number)", target: "swift") {
        rendered.note(number)
        return [UInt8](repeating: 65, count: 10)
      }
    }
    _ = try temporary.output().write(files, targets: ["swift"])
    #expect(rendered.numbers == Array(0..<100))
    #expect(try temporary.tree().count == 101)
  }

  @Test func takesARootThatIsASymbolicLink() throws {
    try FileManager.default.createDirectory(
      atPath: "\(temporary.path)/real", withIntermediateDirectories: true)
    try temporary.link("out", to: "real")
    _ = try temporary.output().write([file("a/One", "1")], targets: ["swift"])
    #expect(try temporary.text("real/a/One") == "1")
  }

  @Test func aRenameOfLetterCaseKeepsTheOneFile() throws {
    let output = temporary.output()
    _ = try output.write([file("one.swift", "1")], targets: ["swift"])
    if !FileManager.default.fileExists(atPath: "\(output.root)/One.swift") {
      // As on a file system that tells no cases apart: both names are the same file.
      try FileManager.default.linkItem(
        atPath: "\(output.root)/one.swift", toPath: "\(output.root)/One.swift")
    }
    #expect(try output.write([file("One.swift", "1")], targets: ["swift"]).removed.isEmpty)
    #expect(try temporary.text("out/One.swift") == "1")
  }

  private final class Rendered: @unchecked Sendable {
    private(set) var numbers: [Int] = []
    func note(_ number: Int) { numbers.append(number) }
  }
}
