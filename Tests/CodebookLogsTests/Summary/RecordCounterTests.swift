import CodebookCore
import CodebookLogs
import CodebookRuntime
import Redaction
import Testing

@Suite struct RecordCounterTests {
  private let description = LogCatalog.sample.description

  private func record(_ change: (inout RecordFacts) -> Void) -> RecordFacts {
    var facts = RecordFacts()
    facts.isObject = true
    change(&facts)
    return facts
  }

  @Test func linesThatAreNoRecordsAreOnlyLines() {
    var counter = RecordCounter.sample
    counter.add(RecordFacts(), "Traceback", isFaulty: true)
    counter.add(record { $0.level = 1 }, "{}")
    let summary = counter.summary()
    #expect((summary.lines, summary.records, summary.faultyLines) == (2, 1, 1))
    #expect(summary.bytes == 13)
    #expect(summary.count(.levels, 1) == 1)
    #expect(summary.timeless == 1)
    #expect(summary.times == nil)
  }

  /// Held against counting that is as simple as can be.
  @Test func everyCountIsThatOfTheLines() {
    var sample = SampleFacts(seed: 11)
    var counter = RecordCounter.sample
    var all: [RecordFacts] = []
    for _ in 0..<5000 {
      let (facts, line, isFaulty) = sample.next()
      counter.add(facts, line, isFaulty: isFaulty)
      if facts.isObject { all.append(facts) }
    }
    let summary = counter.summary()
    for field in description.fields.indices {
      #expect(summary.count(field: field) == all.count { $0.fields >> field & 1 == 1 })
    }
    for (index, event) in description.events.enumerated() {
      let own = all.filter { $0.event == index }
      #expect(summary.count(.events, Int16(index)) == own.count)
      for detail in event.details.indices {
        #expect(
          summary.count(event: index, detail: detail) == own.count { $0.details >> detail & 1 == 1 }
        )
      }
      for scope in LogCatalog.sample.scopes.indices {
        #expect(summary.count(event: index, scope: scope) == own.count { $0.scope == scope })
      }
    }
    for index in -2..<Int16(description.errors.count) {
      #expect(summary.count(.codes, index) == all.count { $0.errorCode == index })
    }
    #expect(summary.unlisted(.codes).total == all.count { $0.errorCode == -2 })
    #expect(summary.times?.lowerBound == all.map(\.time).filter { $0 != .min }.min())
    #expect(summary.times?.upperBound == all.map(\.time).max())
  }

  @Test func everyUnitOfTimeIsThatOfTheLines() {
    var counter = RecordCounter.sample
    var expected: [Int64: Int] = [:]
    var generator = SplitMix(state: 5)
    for _ in 0..<10_000 {
      let time = Int64.random(in: -2_000_000...2_000_000, using: &generator)
      counter.add(record { ($0.time, $0.level) = (time, 2) })
      expected[Int64((Double(time) / 1000).rounded(.down)), default: 0] += 1
    }
    let counts = counter.summary().overTime
    #expect(counts.unit == .second)
    #expect(
      Dictionary(uniqueKeysWithValues: counts.cells.map { ($0.key.bucket, $0.value) }) == expected)
  }

  /// What the runtimes write by themselves is no name that the catalog lacks, and asked of nobody.
  @Test func namesOfTheRuntimesAreAmongTheKnown() {
    let catalog = LogCatalog.other
    var counter = RecordCounter(
      CountedNames(catalog), catalog.description, Redactor(catalog.description.redaction))
    let facts = record {
      ($0.event, $0.component, $0.time) = (RecordFacts.Index.unknown, RecordFacts.Index.unknown, 0)
    }
    counter.add(facts, #"{"part":"runtime","what":"framework_log"}"#)
    counter.add(facts, #"{"part":"other","what":"own_event"}"#)
    let summary = counter.summary()
    #expect(summary.unlisted(.events).counts == ["own_event": 1])
    #expect(summary.unlisted(.components).counts == ["other": 1])
    let text = LogStatistics(summary, catalog)
      .text(Palette(isOn: false), Sparkline(isUnicode: true), by: nil)
    #expect(text.contains("Events\n  framework_log  1  50.0%"), "\(text)")
    let coverage = LogCoverage(summary, catalog).items(.events)
    #expect(!coverage.contains { $0.name == "framework_log" })
  }

  @Test(
    arguments: [
      (#"{"event":"order_filled"}"#, "order_filled"),
      (#"{ "event" : "a-b.c" , "x":1}"#, "a-b.c"),
      (#"{"details":{"event":"no"},"list":[{"event":"no"}],"event":"yes"}"#, "yes"),
      (#"{"message":"\"event\":\"no\"","event":"yes"}"#, "yes"),
      (#"{"event":"first","event":"second"}"#, "first"),
      (#"{"event":"caf\u00e9"}"#, nil),
      (#"{"event":"has space"}"#, nil),
      (#"{"event":"ghp_0123456789abcdefghijABCDEFGHIJ012345"}"#, nil),
      (#"{"event":"\#(String(repeating: "a", count: 65))"}"#, nil),
      (#"{"event":""}"#, nil), (#"{"event":5}"#, nil), (#"{"other":"x"}"#, nil),
    ] as [(String, String?)])
  func unknownNamesAreToldIfTheyAreNames(_ line: String, _ name: String?) {
    var counter = RecordCounter.sample
    counter.add(record { $0.event = RecordFacts.Index.unknown }, line)
    let unlisted = counter.summary().unlisted(.events)
    #expect(unlisted.total == 1)
    #expect(Array(unlisted.counts.keys) == (name.map { [$0] } ?? []))
  }
}
