import CodebookCore
import CodebookLogs
import Testing

@Suite struct SummaryReaderTests {
  private static func sample(seed: UInt64, lines: Int = 400) -> LogSummary {
    var sample = SampleFacts(seed: seed)
    var counter = RecordCounter.sample
    for _ in 0..<lines {
      let (facts, line, isFaulty) = sample.next()
      counter.add(facts, line, isFaulty: isFaulty)
    }
    var summary = counter.summary()
    let place = FindingCounts.Place(source: "engine.jsonl", line: 7, column: 3)
    summary.findings.add([
      (
        .init(severity: .error, rule: "log-json", message: "no \"JSON\""),
        .init(count: 3, first: place, last: place)
      )
    ])
    summary.findings.add(others: 5, .warning)
    return summary
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func whatIsWrittenIsRead(_ seed: UInt64) throws {
    let summary = Self.sample(seed: seed, lines: Int(seed) * 20 - 20)
    let reader = SummaryReader(.sample)
    #expect(try reader.read(summary.value.canonical) == summary)
    #expect(try reader.read(summary.value.indented) == summary)
    #expect(try reader.read(LogSummary(.sample).value.canonical) == LogSummary(.sample))
  }

  /// One thing of a sound summary is changed; what is wrong is told with its place.
  @Test(
    arguments: [
      (#""lines":400"#, #""lines":-1"#, "`lines` is less than zero"),
      (#""lines":400"#, #""lines":9007199254740992"#, "`lines` is greater than 2^53-1"),
      (#""lines":400"#, #""lines":1e3"#, "is no JSON: a number is no whole one"),
      (
        #""lines":400"#, #""lines":99999999999999999999"#,
        "is no JSON: Problem while parsing a number"
      ),
      (#""lines":400"#, #""lines":"400""#, "`lines` is no integer of 64 bits"),
      (#""lines":400"#, #""lines":1"#, "`records` are more than there are lines"),
      (#""lines":400"#, #""lines":400,"lines":400"#, "`lines` stands twice"),
      (#""lines":400"#, #""extra":1,"lines":400"#, "`extra` is nothing that a summary has"),
      (#""lines":400,"#, "", "`lines` is missing"),
      (#"_summary":1"#, #"_summary":2"#, "is a version that this codebook does not know"),
      (#""unit":"1s""#, #""unit":"2s""#, "`over_time` has no `unit` of"),
      (#""unit":"1s""#, #""unit":"1min""#, "is a unit of no year that is known"),
      (#""groups":[{"#, #""groups":[5,{"#, "`findings.groups[0]` is no object"),
      (#""warning":5"#, #""fatal":5"#, "`findings.others.fatal` is no severity"),
      (#""first":""#, #""first":"9999-12-31T00:00:00.000Z","x":""#, "`time.x` is nothing"),
      (#""unlisted":{"#, #""unlisted":{"\u001b[2J":1,"#, "has a name that is none"),
      ("{\"bytes\"", "[{\"bytes\"", "is no JSON"),
    ])
  func faultsAreToldWithTheirPlace(_ old: String, _ new: String, _ message: String) throws {
    let text = String(decoding: Self.sample(seed: 5).value.canonical, as: UTF8.self)
    let range = try #require(text.firstRange(of: old), "\(old) is not there")
    let changed = text.replacingCharacters(of: range, with: new)
    let reader = SummaryReader(.sample)
    let error = try #require(throws: SummaryError.self) { try reader.read(Array(changed.utf8)) }
    #expect(error.description.contains(message))
  }

  /// Units of time are multiplied with their lengths wherever they are told.
  @Test(arguments: TimeUnit.allCases)
  func timesThatNoCalendarHasAreRefused(_ unit: TimeUnit) throws {
    let year9999 = unit.milliseconds.map { 253_402_300_799_999 / $0 } ?? 0
    func text(_ bucket: Int64) throws -> [UInt8] {
      var summary = Self.sample(seed: 5, lines: 0)
      (summary.lines, summary.records) = (1, 1)
      summary.times = 0...0
      summary.overTime.add(1, slot: 0, bucket: 0)
      let text = String(decoding: summary.value.canonical, as: UTF8.self)
        .replacing("\"unit\":\"1s\"", with: "\"unit\":\"\(unit.rawValue)\"")
        .replacing("[[0,1]]", with: "[[\(bucket),1]]")
      return Array(text.utf8)
    }
    let reader = SummaryReader(.sample)
    for bucket in [year9999 + 1, 1 << 40, Int64.min, .max] {
      let error = try #require(throws: SummaryError.self) { try reader.read(text(bucket)) }
      #expect(error.message == "is a unit of no year that is known")
    }
    // What else is wrong with it is looked at later.
    let error = try #require(throws: SummaryError.self) { try reader.read(text(year9999)) }
    #expect(error.message != "is a unit of no year that is known")
  }

  /// Whatever a byte becomes, there is an answer; what is taken for a summary is one.
  @Test func aSummaryWithAnyOtherByteIsReadOrRefused() throws {
    let bytes = Self.sample(seed: 9, lines: 12).value.canonical
    let reader = SummaryReader(.sample)
    var generator = SplitMix(state: 4)
    for place in bytes.indices {
      var changed = bytes
      changed[place] = UInt8.random(in: 0...255, using: &generator)
      guard let summary = try? reader.read(changed) else { continue }
      #expect(try reader.read(summary.value.canonical) == summary)
    }
  }

  @Test func thatOfAnotherCatalogNamesIt() throws {
    let other = CountedNames(
      LogCatalog(description: .other, eventsAreOpen: true, scopesAreOpen: true, scopes: []))
    let error = try #require(throws: SummaryError.self) {
      try SummaryReader(.sample).read(LogSummary(other).value.canonical)
    }
    #expect(error.message.hasPrefix("was made with another catalog: Other 2.0.0"))
    #expect(error.fix.contains("--catalog FILE"))
  }

  @Test(arguments: ["", "5", "[]", "{}", "{\"codebook_log_summary\":1}", "\u{0}", "{\"a\":"])
  func whatIsNoSummaryIsRefused(_ text: String) {
    #expect(throws: SummaryError.self) { try SummaryReader(.sample).read(Array(text.utf8)) }
  }

  @Test func countsThatAddUpTooHighAreRefused() throws {
    let text = String(decoding: Self.sample(seed: 5).value.canonical, as: UTF8.self)
    let names = (0..<1024).map { "\"n\($0)\":9007199254740991" }.joined(separator: ",")
    let range = try #require(text.firstRange(of: "\"unlisted\":{"))
    let changed = text.replacingCharacters(of: range, with: "\"unlisted\":{\(names),")
    #expect(throws: SummaryError.self) { try SummaryReader(.sample).read(Array(changed.utf8)) }
  }
}

extension String {
  fileprivate func replacingCharacters(of range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
