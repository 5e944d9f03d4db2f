import CodebookFiles
import Foundation
import TestFolders
import Testing

/// What the system refuses: the old output stays whole, and the message says so.
@Suite struct FailureTests {
  let temporary = TemporaryFolder()

  @Test func aFileThatMayNotGrowLeavesTheOutputAsItWas() async throws {
    let output = temporary.output()
    _ = try output.write([file("a/One", "1"), file("Two", "2")], targets: ["swift"])
    let before = try temporary.tree()
    await #expect(processExitsWith: .success) { [root = output.root as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      try #require(setrlimit(fileSize, &limit) == 0)
      let files = [file("a/One", "new"), file("b/Big", String(repeating: "x", count: 10_000))]
      expectUnchanged(root, files, because: "cannot write \(root)/b/Big: File too large")
    }
    #expect(try temporary.tree() == before)
  }

  @Test(arguments: [".", "b", "c"])
  func aFolderThatMayNotBeWrittenToLeavesTheOutputAsItWas(folder: String) async throws {
    let output = temporary.output()
    _ = try output.write(
      [file("a/One", "1"), file("b/Two", "2"), file("c/Stale", "3")], targets: ["swift"])
    let before = try temporary.tree()
    await #expect(processExitsWith: .success) {
      [root = output.root as String, folder = folder as String] in
      try loseTheRightToWrite(root, in: folder)
      let files = [file("a/One", "new"), file("b/Two", "new"), file("b/d/New", "new")]
      expectUnchanged(root, files, because: "Permission denied")
    }
    #expect(try temporary.tree() == before)
  }

  @Test func aFolderBelowAFileIsRefused() throws {
    try temporary.put("mine", at: "mine")
    for name in ["mine", "mine/out"] {
      let message = failure {
        _ = try temporary.output(name).write([file("One", "1")], targets: ["swift"])
      }
      #expect(message?.contains("\(temporary.path)/mine") == true)
    }
    #expect(try temporary.tree("") == ["mine": "mine"])
  }

  @Test(arguments: [(0, 0o644), (0o022, 0o644), (0o077, 0o600)])
  func filesHaveTheModeThatTheUserWants(mask: Int, mode: Int) async throws {
    let output = temporary.output()
    await #expect(processExitsWith: .success) {
      [root = output.root as String, mask = mask as Int] in
      umask(mode_t(mask))
      _ = try OutputFolder(root: root, marker: "x").write([file("One", "1")], targets: ["swift"])
    }
    for name in ["One", ".codebook-files"] {
      var status = stat()
      try #require(stat("\(output.root)/\(name)", &status) == 0)
      #expect(Int(status.st_mode & 0o777) == mode)
    }
  }
}

#if canImport(Darwin)
  private let fileSize = RLIMIT_FSIZE
#else
  private let fileSize = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
#endif

/// Expects writing to fail with these words, and to say that nothing was changed.
private func expectUnchanged(_ root: String, _ files: [OutputFile], because words: String) {
  let message = failure {
    _ = try OutputFolder(root: root, marker: "x").write(files, targets: ["swift"])
  }
  #expect(message?.contains(words) == true, "\(message ?? "nothing was thrown")")
  #expect(message?.contains("the output is as it was before") == true)
}

/// Makes this process one that owns the output but may not write to `folder` in it. Root may write
/// everywhere, and so becomes somebody else.
private func loseTheRightToWrite(_ root: String, in folder: String) throws {
  let nobody: uid_t = 65_534
  let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
  if geteuid() == 0 {
    for path in paths + ["."] { try #require(chown("\(root)/\(path)", nobody, nobody) == 0) }
    try #require(setgid(nobody) == 0 && setuid(nobody) == 0)
  }
  try #require(chmod("\(root)/\(folder)", 0o555) == 0)
}
