import LogInput
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

  @Test(arguments: [
    ["a.jsonl", "a.jsonl"], ["a.jsonl", "a.jsonl.20260109"], ["-", "-"], ["a.1", "b.1"],
    ["a.jsonl", "a.jsonl.gz"], ["a.jsonl", "a.jsonl.0"],
  ])
  func whatIsNoSetStaysApart(paths: [String]) {
    #expect(LogSource.named(paths) == paths.map { LogSource($0) })
  }
}
