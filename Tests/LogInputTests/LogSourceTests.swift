import LogInput
import TestFolders
import Testing

@Suite struct LogSourceTests {
  @Test func rotatedFilesAreOneSourceTheOldestFirst() {
    let sources = LogSource.named([
      "a/engine.jsonl.1", "other.jsonl", "a/engine.jsonl", "a/engine.jsonl.10.gz",
      "a/engine.jsonl.2.zst", "b/engine.jsonl",
    ])
    #expect(
      sources == [
        LogSource(
          name: "a/engine.jsonl",
          files: [
            "a/engine.jsonl.10.gz", "a/engine.jsonl.2.zst", "a/engine.jsonl.1", "a/engine.jsonl",
          ]), LogSource("other.jsonl"), LogSource("b/engine.jsonl"),
      ])
  }

  @Test func theLockOfALogIsNone() {
    let folder = TemporaryFolder()
    let log = folder.write("{}\n", to: "api.jsonl")
    let lock = folder.write("", to: "api.jsonl.lock")
    let old = folder.write("{}\n", to: "api.jsonl.1")
    #expect(LogSource.named([log, lock, old]).map(\.files) == [[old, log]])
    // By itself, with something in it, or not there, it is a log like any other.
    #expect(LogSource.named([lock]) == [LogSource(lock)])
    let full = folder.write("{}\n", to: "full.jsonl.lock")
    let named = [folder.write("{}\n", to: "full.jsonl"), full, log, "\(log).lock.lock"]
    #expect(LogSource.named(named) == named.map { LogSource($0) })
  }

  @Test func aNameThatIsThereTwiceBeginsAnotherSet() {
    let sources = LogSource.named(["a", "a.1", "a.1.gz", "a.2", "a.1.zst", "a.gz"])
    #expect(
      sources.map(\.files) == [["a.2", "a.1", "a"], ["a.1.gz", "a.gz"], ["a.1.zst"]])
  }

  @Test(arguments: [
    ["a.jsonl", "a.jsonl"], ["a.jsonl", "a.jsonl.20260109"], ["-", "-"], ["a.1", "b.1"],
    ["a.jsonl", "a.jsonl.gz"], ["a.jsonl", "a.jsonl.0"],
  ])
  func whatIsNoSetStaysApart(paths: [String]) {
    #expect(LogSource.named(paths) == paths.map { LogSource($0) })
  }
}
