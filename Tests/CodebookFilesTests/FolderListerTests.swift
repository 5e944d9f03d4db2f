import CodebookFiles
import Foundation
import TestFolders
import Testing

@Suite struct FolderListerTests {
  let temporary = TemporaryFolder()

  @Test func listsFilesAndLinksToFilesSorted() throws {
    for name in ["b", "a/z", "a/B/c", "é", ".hidden", ".folder/x", "elsewhere/x"] {
      try temporary.put("x", at: "in/\(name)")
    }
    try temporary.link("in/link", to: "b")
    try temporary.link("in/dangling", to: "nowhere")
    try temporary.link("in/loop", to: ".")
    try #require(mkfifo("\(temporary.path)/in/pipe", 0o644) == 0)
    #expect(
      try FolderLister.files(below: "\(temporary.path)/in")
        == ["a/B/c", "a/z", "b", "elsewhere/x", "link", "é"])
  }

  @Test func isBounded() throws {
    for number in 0..<20 { try temporary.put("x", at: "many/\(number)/x") }
    #expect(try FolderLister.files(below: "\(temporary.path)/many", limit: 40).count == 20)
    let message = failure {
      _ = try FolderLister.files(below: "\(temporary.path)/many", limit: 39)
    }
    #expect(message?.contains("more than 39") == true)
    let deep = Array(repeating: "d", count: 31).joined(separator: "/")
    try temporary.put("x", at: "deep/\(deep)/x")
    #expect(try FolderLister.files(below: "\(temporary.path)/deep") == ["\(deep)/x"])
    try temporary.put("x", at: "deep/\(deep)/d/x")
    #expect(
      failure { _ = try FolderLister.files(below: "\(temporary.path)/deep") }?
        .contains("nests deeper than 32") == true)
  }

  @Test func refusesWhatIsNoFolder() throws {
    try temporary.put("x", at: "file")
    for name in ["file", "none"] {
      let message = failure { _ = try FolderLister.files(below: "\(temporary.path)/\(name)") }
      #expect(message?.contains("cannot list \(temporary.path)/\(name)") == true)
    }
  }

  #if os(Linux)
    @Test func refusesNamesThatAreNotText() throws {
      try #require(
        close(creat(Array("\(temporary.path)/a".utf8CString.dropLast()) + [-1, 0], 0o644)) == 0)
      let message = failure { _ = try FolderLister.files(below: temporary.path) }
      #expect(message?.contains("not UTF-8") == true)
      _ = try temporary.output("").write([file("One", "1")], targets: ["swift"])
    }
  #endif
}
