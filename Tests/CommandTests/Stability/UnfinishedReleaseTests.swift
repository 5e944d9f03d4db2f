import Foundation
import Testing

/// A release that was broken off anywhere: `check` says so, and the same command finishes it.
@Suite struct UnfinishedReleaseTests {
  let before: WorkFolder
  let after: WorkFolder

  init() throws {
    before = try Self.ready()
    after = try Self.ready()
    try after.release("1.1.0")
  }

  /// A folder with something new and something accepted.
  private static func ready() throws -> WorkFolder {
    let folder = try WorkFolder.released(hasOutput: true)
    let drafts = "  reconnected:\n    stability: draft\n"
    try folder.replace(drafts, by: "  reconnected:\n", in: "catalog.yaml")
    try folder.reword(ErrorLine.all[5], "user")
    try folder.succeed("accept", "PT-HTTP-429", "--reason", "Grammar.")
    return folder
  }

  private static let steps = ["catalog.ledger.jsonl", "catalog.yaml", "Generated"]

  /// Each of the three is there already, or not; in the order in which they are written.
  @Test(arguments: 0...3, [false, true])
  func isFinished(_ done: Int, leavesTemporaries: Bool) throws {
    let folder = before
    for name in Self.steps.prefix(done) {
      try FileManager.default.removeItem(at: folder.url(name))
      try FileManager.default.copyItem(at: after.url(name), to: folder.url(name))
    }
    // Only what was not put into its place yet can have left something beside it.
    for name in ["catalog.ledger.jsonl", "catalog.yaml"].dropFirst(done) where leavesTemporaries {
      try folder.write("\(name).codebook-2147483646", "half of it")
    }
    let found = try folder.run("check", "--today", "2027-01-01")
    let rule = [nil, "[release-unfinished]", "[changed-output]", nil][done]
    #expect(found.status == (done == 3 ? 0 : 1), "\(found.all)")
    if let rule { #expect(found.output.contains(rule), "\(found.all)") }
    if done == 1 { #expect(found.output.contains("codebook release 1.1.0")) }
    try folder.release("1.1.0")
    try expectFinished(folder, "after \(done) steps")
    #expect(try folder.names() == ["catalog.ledger.jsonl", "catalog.yaml"])
  }

  private func expectFinished(_ folder: WorkFolder, _ when: String) throws {
    for name in ["catalog.ledger.jsonl", "catalog.yaml"] {
      let isSame = try folder.text(name) == after.text(name)
      #expect(isSame, "\(name) \(when)")
    }
    let isSame = try folder.files() == after.files()
    #expect(isSame, "the output \(when)")
    try folder.succeed("check")
  }

  @Test func killedAtAnyMoment() throws {
    let start = ContinuousClock.now
    try Self.ready().release("1.1.0")
    let duration = ContinuousClock.now - start
    var states: Set<Int> = []
    for round in 0..<16 {
      let folder = try Self.ready()
      try kill(folder, after: duration * Double.random(in: 0..<0.6), waits: round % 2 == 1)
      let ledger = try folder.text("catalog.ledger.jsonl")
      let catalog = try folder.text("catalog.yaml")
      #expect(
        [try before.text("catalog.ledger.jsonl"), try after.text("catalog.ledger.jsonl")]
          .contains(ledger), "the ledger is whole")
      #expect(
        [try before.text("catalog.yaml"), try after.text("catalog.yaml")].contains(catalog),
        "the catalog is whole")
      let isPublished = try ledger == after.text("catalog.ledger.jsonl")
      let isVersioned = try catalog == after.text("catalog.yaml")
      #expect(isPublished || !isVersioned, "the ledger comes first")
      states.insert((isPublished ? 1 : 0) + (isVersioned ? 1 : 0))
      try folder.release("1.1.0")
      try expectFinished(folder, "after a kill")
      #expect(try folder.names() == ["catalog.ledger.jsonl", "catalog.yaml"])
    }
    #expect(states.count > 1, "no run was killed at a moment that matters")
  }

  /// - Parameter waits: Whether time counts from the moment at which the ledger is written.
  private func kill(_ folder: WorkFolder, after delay: Duration, waits: Bool) throws {
    let ledger = try folder.text("catalog.ledger.jsonl").utf8.count
    let process = Process()
    process.executableURL = Codebook.executable
    process.arguments = ["release", "1.1.0", "--today", "2027-01-01", "-q"]
    process.currentDirectoryURL = folder.url
    try process.run()
    while waits, process.isRunning {
      let values = try? folder.url("catalog.ledger.jsonl").resourceValues(forKeys: [.fileSizeKey])
      if (values?.fileSize ?? 0) > ledger { break }
      usleep(50)
    }
    usleep(waits ? UInt32.random(in: 0..<2_000) : UInt32(delay / .microseconds(1)))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
