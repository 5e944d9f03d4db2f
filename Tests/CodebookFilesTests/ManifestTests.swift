import CodebookFiles
import Foundation
import TestFolders
import Testing

@Suite struct ManifestTests {
  let temporary = TemporaryFolder()

  @Test func isSortedByBytes() throws {
    _ = try temporary.output().write(
      ["b", "a", "é", "a b", "ab/c", "B"].map { file($0, $0) }, targets: ["swift"])
    #expect(
      try temporary.text("out/.codebook-files").hasSuffix(
        "swift B\nswift a\nswift a b\nswift ab/c\nswift b\nswift é\n"))
  }

  @Test func bothSidesOfAMergeConflictCountAndAreWrittenAnew() throws {
    let output = temporary.output()
    let files = [file("One", "1"), file("Two", "2")]
    _ = try output.write(files, targets: ["swift"])
    let whole = try temporary.text("out/.codebook-files")
    let conflict = whole.replacingOccurrences(
      of: "swift One\nswift Two\n",
      with: "<<<<<<< HEAD\nswift One\n||||||| 1234\n=======\nswift Two\n>>>>>>> a branch\n")
    try temporary.put(conflict, at: "out/.codebook-files")
    #expect(try output.check(files, targets: ["swift"]).map(\.drift) == [.manifest])
    #expect(try output.write(files, targets: ["swift"]).unchanged == 2)
    #expect(try temporary.text("out/.codebook-files") == whole)
    #expect(try output.check(files, targets: ["swift"]).isEmpty)

    try temporary.put(conflict, at: "out/.codebook-files")
    #expect(try output.write([], targets: ["swift"]).removed == ["One", "Two"])
  }

  @Test func linesMayEndAsOnWindows() throws {
    let output = temporary.output()
    try temporary.put("1", at: "out/One")
    try temporary.put("# x\r\nswift One\r\n", at: "out/.codebook-files")
    #expect(try output.write([], targets: ["swift"]).removed == ["One"])
  }

  @Test(arguments: [
    "/outside", "../outside", "a/../../outside", "linked/outside", "./mine", "a//mine", "mine/",
    "\u{1}", "link", "folder", ".git/config", ".codebook-files",
  ])
  func hostileLinesAreNeverActedOn(path: String) throws {
    let output = temporary.output()
    for name in ["outside", "elsewhere/outside", "out/mine", "out/a/mine", "out/.git/config"] {
      try temporary.put("x", at: name)
    }
    try temporary.put("x", at: "out/folder/x")
    try temporary.link("out/linked", to: "../elsewhere")
    try temporary.link("out/link", to: "../outside")
    let absolute = path.hasPrefix("/") ? temporary.path + path : path
    try temporary.put(
      manifest("swift \(absolute)", "swift linked/sub/x"), at: "out/.codebook-files")
    var before = try temporary.tree("")
    #expect(try output.check([], targets: ["swift"]).allSatisfy { $0.drift == .manifest })
    #expect(try output.write([], targets: ["swift"]).removed.isEmpty)
    before["out/.codebook-files"] = manifest()
    #expect(try temporary.tree("") == before)
  }

  @Test func aManifestThatIsALinkIsRefused() throws {
    let output = temporary.output()
    try temporary.put("swift One\n", at: "elsewhere")
    try temporary.put("1", at: "out/One")
    try temporary.link("out/.codebook-files", to: "../elsewhere")
    #expect(failure { _ = try output.write([], targets: ["swift"]) } != nil)
    #expect(try temporary.text("out/One") == "1")
  }

  @Test func noManifestIsMadeForNoFiles() throws {
    let output = temporary.output()
    try temporary.put("mine", at: "out/mine")
    _ = try output.write([], targets: ["swift"])
    #expect(try temporary.tree() == ["mine": "mine"])
    #expect(try output.check([], targets: ["swift"]).isEmpty)
  }
}
