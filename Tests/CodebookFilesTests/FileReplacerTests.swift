import CodebookFiles
import Foundation
import TestFolders
import Testing

/// A file gets other contents all at once, or keeps the ones that it has.
@Suite struct FileReplacerTests {
  let temporary = TemporaryFolder()

  private func replace(_ name: String, with text: String) throws {
    try FileReplacer.replace("\(temporary.path)/\(name)", Array(text.utf8))
  }

  @Test func newAndOldFiles() throws {
    try replace("a", with: "one")
    #expect(try temporary.tree("") == ["a": "one"])
    try replace("a", with: "")
    #expect(try temporary.tree("") == ["a": ""])
  }

  @Test func theModeStays() throws {
    try temporary.put("old", at: "a")
    for mode: mode_t in [0o600, 0o664, 0o755] {
      chmod("\(temporary.path)/a", mode)
      try replace("a", with: "new")
      let found = try FileManager.default.attributesOfItem(atPath: "\(temporary.path)/a")
      #expect((found[.posixPermissions] as? NSNumber)?.uint16Value == UInt16(mode))
    }
  }

  @Test func aSymbolicLinkStaysOne() throws {
    try temporary.put("old", at: "folder/a")
    try temporary.link("link", to: "folder/a")
    try replace("link", with: "new")
    #expect(try temporary.text("folder/a") == "new")
    let target = try FileManager.default.destinationOfSymbolicLink(
      atPath: "\(temporary.path)/link")
    #expect(target == "folder/a")
    #expect(try temporary.tree("folder") == ["a": "new"])
  }

  @Test func leftoversOfProcessesThatAreGoneAreClearedAway() throws {
    let mine = "a.codebook-\(getppid())"
    for name in ["a.codebook-2147483646", mine, "a.codebook-x", "b.codebook-2147483646"] {
      try temporary.put("half", at: name)
    }
    try replace("a", with: "new")
    let left = try temporary.tree("").keys.sorted()
    #expect(left == ["a", mine, "a.codebook-x", "b.codebook-2147483646"].sorted())
  }

  @Test func whatCannotBeWrittenStays() throws {
    try temporary.put("old", at: "a")
    let missing = failure { try replace("absent/a", with: "new") }
    #expect(missing?.contains("No such file or directory") == true)
    try temporary.put("", at: "folder/inner")
    #expect(failure { try replace("folder", with: "new") }?.contains("replace") == true)
    #expect(try temporary.tree("") == ["a": "old", "folder": "folder", "folder/inner": ""])
  }

  @Test(.enabled(if: SmallDisk.canBeMounted, "a small file system takes root and Linux"))
  func aFullDiskLeavesTheOldContents() throws {
    let disk = try SmallDisk(at: temporary.path, options: "size=64k")
    try replace("a", with: "old")
    let message = failure { try replace("a", with: String(repeating: "x", count: 100_000)) }
    #expect(message?.contains("No space left on device") == true)
    #expect(try temporary.tree("") == ["a": "old"])
    try disk.limit("ro")
    #expect(failure { try replace("a", with: "new") }?.contains("Read-only") == true)
    #expect(try temporary.tree("") == ["a": "old"])
    extendLifetime(disk)
  }

  @Test(.enabled(if: geteuid() != 0, "nothing keeps root from writing"))
  func aFolderThatMayNotBeWritten() throws {
    try temporary.put("old", at: "a")
    chmod(temporary.path, 0o555)
    #expect(failure { try replace("a", with: "new") }?.contains("check the permissions") == true)
    #expect(try temporary.tree("") == ["a": "old"])
  }
}
