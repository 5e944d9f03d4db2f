import CodebookCore
import CodebookLogs
import CodebookRuntime
import Testing

/// Parts merge to what one run gives, in any order and grouping.
@Suite struct SummaryMergeTests {
  /// One run over made-up lines, and runs over parts of them, cut anywhere.
  private static func counted(
    seed: UInt64, lines: Int, names: Int = 40
  ) -> (whole: LogSummary, parts: [LogSummary]) {
    var sample = SampleFacts(seed: seed)
    var whole = RecordCounter.sample
    var part = RecordCounter.sample
    var parts: [LogSummary] = []
    for _ in 0..<lines {
      let (facts, line, isFaulty) = sample.next(names: names)
      whole.add(facts, line, isFaulty: isFaulty)
      part.add(facts, line, isFaulty: isFaulty)
      if sample.chance(lines / 6) {
        parts.append(part.summary())
        part = .sample
      }
    }
    return (whole.summary(), parts + [part.summary()])
  }

  private static func merged(_ parts: some Sequence<LogSummary>) throws -> LogSummary {
    var sum = LogSummary(.sample)
    for part in parts { try sum.merge(part) }
    return sum
  }

  @Test(arguments: 1...16 as ClosedRange<UInt64>)
  func partsMergeToTheWhole(_ seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    // Up to three times as many cells as are kept, and names, too.
    let lines = [10, 300, 4000, 12_000][Int(seed % 4)]
    let (whole, parts) = Self.counted(seed: seed, lines: lines, names: seed % 3 == 0 ? 3000 : 40)
    #expect(try Self.merged(parts) == whole)
    #expect(try Self.merged(parts.shuffled(using: &generator)) == whole)
    let cut = Int.random(in: 0...parts.count, using: &generator)
    var left = try Self.merged(parts[..<cut])
    try left.merge(Self.merged(parts[cut...]))
    #expect(left == whole)
  }

  @Test func anEmptyOneChangesNothing() throws {
    let (whole, _) = Self.counted(seed: 7, lines: 500)
    #expect(try Self.merged([whole, LogSummary(.sample)]) == whole)
    #expect(try Self.merged([LogSummary(.sample), whole]) == whole)
  }

  @Test func theyAreReallyCutDown() {
    let (whole, _) = Self.counted(seed: 3, lines: 20_000, names: 3000)
    #expect(whole.overTime.unit > .second)
    #expect(whole.overTime.cells.count <= TimeCounts.limit)
    #expect(whole.unlisted(.events).counts.count <= NameCounts.limit)
    let (names, _) = Self.counted(seed: 3, lines: 60_000, names: 60_000)
    #expect(names.unlisted(.events).others > 0)
  }

  @Test func thoseOfAnotherCatalogDoNot() {
    let description = CatalogDescription.other
    let other = LogSummary(
      CountedNames(
        LogCatalog(description: description, eventsAreOpen: true, scopesAreOpen: true, scopes: [])))
    var sum = LogSummary(.sample)
    #expect(throws: LogSummary.MergeError.otherCatalog(description.identity)) {
      try sum.merge(other)
    }
  }

  @Test func countsStayThoseOfJSON() throws {
    var sum = LogSummary(.sample)
    sum.lines = LogSummary.greatestCount
    var one = LogSummary(.sample)
    one.lines = 1
    #expect(throws: LogSummary.MergeError.tooMany) { try sum.merge(one) }
  }

  @Test func findingsMerge() throws {
    typealias Place = FindingCounts.Place
    func finding(_ number: Int, _ place: Place) -> (FindingCounts.Kind, FindingCounts.Group) {
      (
        .init(severity: .error, rule: "log-json", message: "message \(number)"),
        .init(count: 1, first: place, last: place)
      )
    }
    var generator = SplitMix(state: 1)
    var (whole, parts) = (FindingCounts(limit: 50), [FindingCounts(limit: 50)])
    for _ in 0..<2000 {
      let place = Place(
        source: ["a", "b"].randomElement(using: &generator) ?? "",
        line: Int.random(in: 1...100, using: &generator), column: 1)
      let found = finding(Int.random(in: 0...200, using: &generator), place)
      whole.add([found])
      parts[parts.count - 1].add([found])
      if Int.random(in: 0..<300, using: &generator) == 0 { parts.append(FindingCounts(limit: 50)) }
    }
    var sum = FindingCounts(limit: 50)
    for part in parts.shuffled(using: &generator) { sum.merge(part) }
    #expect(sum == whole)
    #expect(sum.groups.count == 50)
    #expect(sum.count(.error) == 2000)
    // Their places are the least and the greatest of all.
    let group = try #require(sum.sorted.first?.group)
    #expect(group.count > 1 && group.first.source == "a" && group.last.source == "b")
  }
}

extension CatalogDescription {
  /// A catalog of another digest.
  static let other = CatalogDescription(
    product: "Other", prefix: "OT",
    identity: CatalogIdentity(version: "2.0.0", digest: String(repeating: "0", count: 64)),
    levels: [], services: [], components: [], fields: [], errors: [], events: [],
    redaction: LogCatalog.sample.description.redaction)
}
