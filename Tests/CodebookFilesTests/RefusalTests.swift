import CodebookFiles
import Foundation
import TestFolders
import Testing

/// What is refused, and that nothing was changed by then.
@Suite struct RefusalTests {
  let temporary = TemporaryFolder()

  @Test func refusesToOverwriteWhatOthersMadeAndNamesAllOfIt() throws {
    let output = temporary.output()
    try temporary.put("mine", at: "out/a/One")
    try temporary.put("mine too", at: "out/Two")
    let before = try temporary.tree()
    let message = failure {
      _ = try output.write(
        [file("First", "1"), file("a/One", "1"), file("Two", "2")], targets: ["swift"])
    }
    #expect(message?.contains("\(output.root)/a/One, \(output.root)/Two") == true)
    #expect(message?.contains("the output is as it was before") == true)
    #expect(try temporary.tree() == before)
  }

  @Test func overwritesWhatBearsTheMarkerInItsFirstKiB() throws {
    let output = temporary.output()
    try temporary.put("// \(TemporaryFolder.marker)", at: "out/One")
    try temporary.put(String(repeating: " ", count: 1024) + TemporaryFolder.marker, at: "out/Two")
    _ = try output.write([file("One", "1")], targets: ["swift"])
    #expect(try temporary.text("out/One") == "1")
    #expect(failure { _ = try output.write([file("Two", "2")], targets: ["swift"]) } != nil)
  }

  @Test func adoptsWhatIsTheSame() throws {
    let output = temporary.output()
    try temporary.put("1", at: "out/One")
    let time = try temporary.times()["One"]
    #expect(try output.write([file("One", "1")], targets: ["swift"]).unchanged == 1)
    #expect(try temporary.times()["One"] == time)
    #expect(try temporary.text("out/.codebook-files") == manifest("swift One"))
  }

  @Test(arguments: ["link", "dangling", "folder", "pipe"])
  func refusesWhatIsNoFile(kind: String) throws {
    let output = temporary.output()
    try temporary.put("outside", at: "outside")
    try temporary.put("x", at: "out/folder/x")
    try temporary.link("out/link", to: "../outside")
    try temporary.link("out/dangling", to: "nowhere")
    try #require(mkfifo("\(output.root)/pipe", 0o644) == 0)
    let before = try temporary.tree()
    let files = [file("New", "1"), file(kind, "outside")]
    let message = try #require(failure { _ = try output.write(files, targets: ["swift"]) })
    #expect(message.contains("\(output.root)/\(kind) is a "))
    #expect(failure { _ = try output.check(files, targets: ["swift"]) } != nil)
    #expect(try temporary.tree() == before)
    #expect(try temporary.text("outside") == "outside")
  }

  @Test(arguments: ["linked", "file"])
  func refusesFoldersThatAreNone(folder: String) throws {
    let output = temporary.output()
    try temporary.put("x", at: "elsewhere/x")
    try temporary.put("x", at: "out/file")
    try temporary.link("out/linked", to: "../elsewhere")
    let message = failure {
      _ = try output.write([file("\(folder)/New", "1")], targets: ["swift"])
    }
    #expect(message?.contains("nothing is written or removed behind it") == true)
    #expect(try temporary.tree("elsewhere") == ["x": "x"])
  }

  @Test(arguments: [
    "", "/etc/x", "../x", "a/../../x", "a//b", "a/", "./a", "a\u{0}b", "a\nb", "a\u{2028}b",
    "a\\b", ".codebook-files", ".codebook-staging-1/x", ".Codebook-Files", ".git/config",
    "a/.GIT/hooks/x", String(repeating: "a/", count: 600) + "a",
  ])
  func refusesPathsThatLeaveTheFolder(path: String) throws {
    let output = temporary.output()
    #expect(failure { _ = try output.write([file(path, "x")], targets: ["swift"]) } != nil)
    #expect(failure { _ = try output.check([file(path, "x")], targets: ["swift"]) } != nil)
    #expect(!FileManager.default.fileExists(atPath: output.root))
  }

  @Test func refusesFilesThatCannotAllBeThere() throws {
    let output = temporary.output()
    let sets = [
      [file("a", "1"), file("a", "2")], [file("a/b", "1"), file("a", "2")],
      [file("a", "1"), file("a/b/c", "2")], [file("a", "1", target: "two words")],
    ]
    for files in sets {
      #expect(failure { _ = try output.write(files, targets: ["swift", "two words"]) } != nil)
    }
    #expect(!FileManager.default.fileExists(atPath: output.root))
  }

  @Test func aFileThatCannotBeRenderedLeavesTheOutputAsItWas() throws {
    struct Broken: Error {}
    let output = temporary.output()
    _ = try output.write([file("a/One", "1"), file("Two", "2")], targets: ["swift"])
    let before = try temporary.times()
    let files = [
      file("a/One", "new"), OutputFile(path: "b/Two", target: "swift") { throw Broken() },
    ]
    #expect(throws: Broken.self) { try output.write(files, targets: ["swift"]) }
    var after = try temporary.times()
    #expect(try temporary.text("out/a/One") == "1")
    // The staging folder came and went.
    after["."] = before["."]
    #expect(after == before)
    #expect(throws: Broken.self) { try temporary.output("new").write(files, targets: ["swift"]) }
    #expect(!FileManager.default.fileExists(atPath: "\(temporary.path)/new"))
  }
}
