import CodebookFiles
import Foundation
import TestFolders
import Testing

@Suite(.enabled(if: SmallDisk.canBeMounted, "mounting a small file system takes root and Linux"))
struct FullDiskTests {
  let temporary = TemporaryFolder()

  @Test func aFullDiskLeavesTheOutputAsItWas() throws {
    let disk = try SmallDisk(at: temporary.path, options: "size=256k")
    let output = temporary.output()
    let old = (0..<10).map { file("f\($0)", "old") }
    _ = try output.write(old, targets: ["swift"])
    let before = try temporary.tree("")
    // Few large files fill it as they are written; many are only made durable at the end.
    for (count, size) in [(2, 200_000), (100, 4000)] {
      let new = (0..<count).map { file("f\($0)", String(repeating: "x", count: size)) }
      let message = failure { _ = try output.write(new, targets: ["swift"]) }
      #expect(message?.contains("No space left on device; the output is as it was before") == true)
      #expect(message?.contains("free some space") == true)
      #expect(try temporary.tree("") == before)
    }
    extendLifetime(disk)
  }

  /// Wherever in the course of a run the disk is full, it is all or nothing.
  @Test func aDiskThatIsFullAtAnyStepLeavesTheOutputAsItWas() throws {
    let disk = try SmallDisk(at: temporary.path, options: "nr_inodes=100")
    let output = temporary.output()
    let old = [file("a/One", "old"), file("Two", "old")]
    let new = [file("a/One", "new"), file("b/c/Three", "new"), file("d/Four", "new")]
    var failed = 0
    for free in 0..<20 {
      _ = try output.write(old, targets: ["swift"])
      let before = try temporary.tree()
      // The disk itself, the output folder and what is in it.
      try disk.limit("nr_inodes=\(2 + before.count + free)")
      let message = failure { _ = try output.write(new, targets: ["swift"]) }
      try disk.limit("nr_inodes=100")
      if let message {
        failed += 1
        #expect(message.contains("No space left on device; the output is as it was before"))
        #expect(try temporary.tree() == before, "with room for \(free)")
      } else {
        #expect(try output.check(new, targets: ["swift"]).isEmpty)
      }
    }
    #expect(failed > 8 && failed < 20)
  }

  @Test func foldersOnAnotherFileSystemAreRefusedBeforeAnythingIsWritten() throws {
    let output = temporary.output()
    try temporary.put("mine", at: "out/inner/mine")
    let disk = try SmallDisk(at: "\(output.root)/inner", options: "size=64k")
    let message = failure {
      _ = try output.write([file("One", "1"), file("inner/Two", "2")], targets: ["swift"])
    }
    #expect(message?.contains("inner is on another file system") == true)
    #expect(try temporary.tree() == ["inner": "folder"])
    extendLifetime(disk)
  }

  @Test func aDiskThatMayOnlyBeReadIsFineUntilSomethingChanges() throws {
    let disk = try SmallDisk(at: temporary.path, options: "size=64k")
    let output = temporary.output()
    _ = try output.write([file("One", "1")], targets: ["swift"])
    try disk.limit("ro")
    #expect(try output.write([file("One", "1")], targets: ["swift"]).unchanged == 1)
    let message = failure { _ = try output.write([file("One", "2")], targets: ["swift"]) }
    #expect(message?.contains("Read-only file system; the output is as it was before") == true)
    try disk.limit("rw")
    #expect(try temporary.text("out/One") == "1")
  }
}
