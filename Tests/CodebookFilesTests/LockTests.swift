import CodebookFiles
import Foundation
import TestFolders
import Testing

/// Other writers, living and dead.
@Suite struct LockTests {
  let temporary = TemporaryFolder()

  @Test func givesUpOnAnotherWriterAfterAWhile() throws {
    try temporary.put("1", at: "out/One")
    let lock = try hold()
    defer { close(lock) }
    let output = temporary.output(patience: .milliseconds(100))
    let message = failure { _ = try output.write([file("One", "1")], targets: ["swift"]) }
    #expect(message?.contains("another codebook has been writing to \(output.root)") == true)
    #expect(try temporary.tree() == ["One": "1"])
    // Looking needs no lock.
    #expect(try output.check([file("One", "1")], targets: ["swift"]).map(\.drift) == [.manifest])
  }

  @Test func waitsForAnotherWriter() throws {
    try temporary.put("mine", at: "out/mine")
    let lock = try hold()
    Thread.detachNewThread {
      usleep(200_000)
      close(lock)
    }
    #expect(try temporary.output().write([file("One", "1")], targets: ["swift"]).written == ["One"])
  }

  @Test func writersAtOnceWriteOneAfterTheOther() async throws {
    let output = temporary.output(patience: .seconds(60))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let files =
            (0..<10).map { file("\(writer)/\($0)", "\(writer)") } + [file("x", "\(writer)")]
          _ = try output.write(files, targets: ["swift"])
        }
      }
      try await group.waitForAll()
    }
    let tree = try temporary.tree()
    let last = try #require(tree["x"])
    #expect(tree.count == 13)
    #expect((0..<10).allSatisfy { tree["\(last)/\($0)"] == last })
  }

  @Test func removesWhatDeadWritersLeftAndNothingBehindLinks() throws {
    try temporary.put("half", at: "out/.codebook-staging-1/0")
    try temporary.put("half", at: "out/.codebook-staging-2")
    try temporary.put("precious", at: "elsewhere/file")
    try temporary.link("out/.codebook-staging-3", to: "../elsewhere")
    _ = try temporary.output().write([], targets: ["swift"])
    #expect(try temporary.tree().isEmpty)
    #expect(try temporary.tree("elsewhere") == ["file": "precious"])
  }

  private func hold() throws -> Int32 {
    let lock = open(temporary.output().root, O_RDONLY)
    try #require(flock(lock, LOCK_EX | LOCK_NB) == 0)
    return lock
  }
}
