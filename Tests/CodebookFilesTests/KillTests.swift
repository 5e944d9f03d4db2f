import CodebookFiles
import Foundation
import TestFolders
import Testing

/// A process that writes and is killed at some moment: what can be seen is always whole, and the
/// next run finishes.
@Suite struct KillTests {
  @Test func killedAtAnyMomentTheNextRunRepairs() async throws {
    let temporary = TemporaryFolder()
    let root = temporary.output().root
    _ = try temporary.output("wanted").write(Variant(0).files, targets: ["swift"])
    let wanted = try temporary.tree("wanted")
    var interrupted = 0
    for _ in 0..<60 {
      let delay = UInt32.random(in: 0..<40_000)
      await #expect(processExitsWith: .signal(SIGKILL), "killed after \(delay) µs") {
        [root = root as String, delay = delay as UInt32] in
        try Variant.writeUntilKilled(root: root, after: delay)
      }
      // The first run may be killed before there is a folder.
      let left = FileManager.default.fileExists(atPath: root) ? try temporary.tree() : [:]
      if left.keys.contains(where: { $0.hasPrefix(".codebook-staging-") }) { interrupted += 1 }
      try expectOnlyWholeFiles(left)
      _ = try temporary.output().write(Variant(0).files, targets: ["swift"])
      #expect(try temporary.tree() == wanted, "killed after \(delay) µs")
    }
    #expect(interrupted > 0, "no run was killed while it wrote: the test proves nothing")
  }

  private func expectOnlyWholeFiles(_ tree: [String: String]) throws {
    let names = Set((tree[".codebook-files"] ?? "").split(separator: "\n").dropFirst())
    for (path, text) in tree where !path.hasPrefix(".codebook-") && text != "folder" {
      #expect(names.contains("swift \(path)"), "\(path) is not in the manifest")
      let isWhole = (0..<Variant.count).contains { Variant($0).text(of: path) == text }
      #expect(isWhole, "\(path) is not whole")
    }
  }
}

/// One of several sets of files that have some paths in common.
private struct Variant {
  static let count = 3
  let number: Int

  init(_ number: Int) { self.number = number }

  var files: [OutputFile] {
    (0..<12).flatMap { index in
      ["common/f\(index)", "only\(number)/deep/f\(index)"].map { file($0, text(of: $0)) }
    }
  }

  func text(of path: String) -> String {
    String(repeating: "\(path) of variant \(number)\n", count: 300) + "end"
  }

  /// Writes one variant after the other for as long as the process lives.
  static func writeUntilKilled(root: String, after delay: UInt32) throws {
    Thread.detachNewThread {
      usleep(delay)
      kill(getpid(), SIGKILL)
    }
    let output = OutputFolder(root: root, marker: TemporaryFolder.marker)
    for number in 1... {
      _ = try output.write(Variant(number % count).files, targets: ["swift"])
    }
  }
}
