import CodebookRuntime
import Testing

@testable import BundleReport

/// What a bundle's files come to.
@Suite struct StoryTests {
  @Test func theVerdictHasTheWorstFirst() {
    let story = SampleBundle.story([
      SampleBundle.log([
        SampleBundle.record(1), SampleBundle.record(2, "LOUD", code: "ACME-NET-001"),
        SampleBundle.record(3, "WORST", "ui", code: "ACME-NET-001"),
      ]), SampleBundle.crashed, SampleBundle.counters,
    ])
    #expect(
      story.facts.map(\.text) == [
        "core crashed with signal 11 at 18:07:02", "1 error code in 2 records",
        "2 heartbeats of core missed", "Rate limited on orders (7)",
        "12 reconnect attempts on feed",
        "3 records from 2026-01-09 18:07:01 to 18:07:03 UTC",
      ])
    #expect(story.facts.map(\.tone) == [.bad, .bad, .warn, .warn, .warn, .note])
  }

  @Test func nothingBadIsSaidToo() {
    let story = SampleBundle.story([SampleBundle.log([SampleBundle.record(1)])])
    #expect(story.facts.map(\.tone) == [.good, .note])
    #expect(SampleBundle.story([]).facts.last?.text == "No records")
  }

  @Test(.timeLimit(.minutes(1)))
  func manyNamesTakeNoLongerThanTheirNumber() {
    let count = 60_000
    let records = (0..<count).map {
      SampleBundle.record(1, "WORST", "s\($0)", code: "ACME-NET-001")
    }
    let launches = (0..<count).map { "{\"process\": \"p\($0)\", \"status\": \"crashed\"}" }
    let story = SampleBundle.story([
      SampleBundle.log(records),
      SampleBundle.file(
        "p.json",
        "{\"launch\": [\(launches.joined(separator: ","))], \"heartbeats\": [], \"shutdown\": []}"),
    ])
    #expect(story.errors.first?.services.count == count)
    #expect(story.services.count == count + 2)
    #expect(story.processes.count == count && story.processes.last?.crashes == 1)
  }

  @Test func severalCrashesAreCountedOnce() {
    let launch = #"{"process": "core", "status": "crashed"}"#
    let story = SampleBundle.story([
      SampleBundle.file(
        "p.json",
        """
        {"launch": [\(launch), \(launch)], "heartbeats": [],
         "shutdown": [{"process": "core", "result": "crashed", "exit_code": 3}]}
        """)
    ])
    #expect(story.processes.map(\.crashes) == [2])
    #expect(story.facts.first?.text == "core crashed 2 times, last with exit status 3")
  }

  @Test func aCrashThatTwoTellOfIsOne() {
    func launch(_ minute: Int) -> String {
      #"{"process": "core", "status": "crashed", "at": "2026-01-09T18:0\#(minute):00.000Z"}"#
    }
    func story(_ launches: [String]) -> BundleStory {
      SampleBundle.story([
        SampleBundle.file("p.json", #"{"launch": [\#(launches.joined(separator: ","))]}"#)
      ])
    }
    #expect(story([launch(1), launch(1)]).processes.map(\.crashes) == [1])
    #expect(story([launch(1), launch(2)]).processes.map(\.crashes) == [2])
  }

  @Test func aFailedStartBehindACrashIsSaidToo() {
    let story = SampleBundle.story([
      SampleBundle.file(
        "p.json",
        """
        {"launch": [{"process": "core", "status": "start_failed", "exit_code": 1,
           "at": "2026-01-09T18:07:05.000Z"}],
         "heartbeats": [], "shutdown": [{"process": "core", "result": "killed", "signal": 9}]}
        """)
    ])
    #expect(
      story.facts.map(\.text) == [
        "core was killed with signal 9", "core could not be started at 18:07:05", "No records",
      ])
  }

  @Test func codesAreCountedInTheRecords() throws {
    let story = SampleBundle.story([
      SampleBundle.log([
        SampleBundle.record(3, "LOUD", "ui", code: "ACME-NET-001"),
        SampleBundle.record(1, "LOUD", code: "ACME-NET-001"),
        SampleBundle.record(2, "LOUD", code: "ACME-OLD-009"),
      ]),
      SampleBundle.file(
        "e.json",
        """
        {"errors": [{"error_code": "ACME-OLD-009", "count": 5, "operator_message": "Old."},
          {"error_code": "ACME-DB-001", "count": 4, "last_at": "2026-01-09T17:00:00.000Z"}]}
        """),
    ])
    #expect(story.errors.map(\.code) == ["ACME-NET-001", "ACME-OLD-009", "ACME-DB-001"])
    #expect(story.errors.map(\.count) == [2, 1, 4])
    let first = try #require(story.errors.first)
    #expect(first.services == ["core", "ui"])
    #expect(first.first.map(Clock.ofDay) == "18:07:01" && first.last.map(Clock.ofDay) == "18:07:03")
    #expect(
      story.errors.map { $0.text?.operatorMessage } == [
        "The network failed; check the cable.", "Old.", nil,
      ])
  }

  @Test func recordsOfAllLogsStandInTheOrderOfTheirTimes() {
    let story = SampleBundle.story([
      SampleBundle.file(
        "logs/b.jsonl", SampleBundle.record(5, "LOW", "b") + "\n" + #"{"what":"timeless"}"# + "\n"),
      SampleBundle.file(
        "logs/a.jsonl", SampleBundle.record(6) + "\n" + SampleBundle.record(5, "LOW", "a") + "\n"),
    ])
    #expect(story.records.map { "\($0.file):\($0.line)" } == ["0:1", "0:2", "1:2", "1:1"])
    #expect(story.services == ["ui", "core", "b", "", "a"])
  }

  @Test func whatCannotBeReadIsLeftOut() {
    let story = SampleBundle.story([
      SampleBundle.file("manifest.json", "{\"files\": 3, \"omissions\": {}}"),
      SampleBundle.file("config/c.json", "{"),
      SampleBundle.file("state/p.json", #"{"launch": [7, {"process": 1}, {"process": "x"}]}"#),
      SampleBundle.file("state/u.json", #"{"unavailable": "timed_out"}"#),
      SampleBundle.log([
        "no JSON", "[1]", SampleBundle.record(1), "{\"when\":7}", "\u{0}",
      ]),
    ])
    #expect(story.records.count == 2 && story.unreadableLines == 3)
    #expect(story.processes.map(\.name) == ["x"])
    #expect(story.documents.unreadable == ["config/c.json"])
    let facts = story.facts.map(\.text)
    #expect(facts.contains("Not in the bundle: state/u.json"))
    #expect(facts.contains("3 lines of the logs cannot be read"))
    #expect(!TerminalSummary(story, hasColor: false).text.isEmpty)
    #expect(!BundlePage.html(story).isEmpty)
  }

  @Test func withoutACatalogTheSpecificationsNamesCount() {
    let line = #"{"ts":"2026-01-09T18:07:01.000Z","level":"ERROR","service":"x","message":"m"}"#
    let story = SampleBundle.story([SampleBundle.log([line])], catalog: .none)
    #expect(story.records.first?.severity == 17 && story.records.first?.message == "m")
    #expect(story.isOfCatalog == nil)
  }

  @Test(arguments: [("a", true), ("b", false)])
  func theCatalogIsTold(letter: String, isOurs: Bool) {
    let digest = String(repeating: letter, count: 64)
    let story = SampleBundle.story([
      SampleBundle.file(
        "manifest.json", #"{"catalog": {"version": "1.0.0", "digest": "\#(digest)"}}"#)
    ])
    #expect(story.isOfCatalog == isOurs)
  }

  @Test func waitsAreTakenOfRecords() {
    let story = SampleBundle.story([
      SampleBundle.log([
        SampleBundle.record(1, "LOUD", bucket: "feed", backoff: 250), SampleBundle.record(2),
        SampleBundle.record(3, "LOW", bucket: "feed", backoff: 500),
      ]), SampleBundle.counters,
    ])
    #expect(story.backoffs.map(\.milliseconds) == [250, 500])
    #expect(story.scopes.map(\.name) == ["orders", "feed"])
    #expect(story.scopes.map(\.problems) == [0, 1])
  }

  @Test func quantitiesAreForPeople() {
    #expect(
      [0, 999, 1000, 1_234_567, -1000].map(Quantity.grouped) == [
        "0", "999", "1,000", "1,234,567", "-1,000",
      ])
    #expect(
      [1, 999, 1000, 999_949, 999_950, 6_291_456, 1 << 40].map(Quantity.size) == [
        "1 byte", "999 bytes", "1.0 kB", "999.9 kB", "1.0 MB", "6.3 MB", "1.1 TB",
      ])
    #expect(
      [0, 999, 1500, 60_000, 90_000].map(Quantity.duration) == [
        "0 ms", "999 ms", "1.5 s", "1.0 min", "1.5 min",
      ])
  }
}
