import CodebookRuntime
import Testing

@testable import CodebookLogs

/// What happens to real logs; services 0 and 1, sessions and correlations by number.
@Suite struct StoryRuleTests {
  private func rules(_ sources: [StoryRecord]..., streams: Set<Int> = []) -> [String] {
    StoryRun.tell(sources, streams: streams).map { "\($0.rule) \($0.place.line)" }
  }

  @Test func anEngineTakesOverTheSessionAndIsRestarted() {
    let engine = [
      StoryRecord(service: 1, session: 90, correlation: 1),
      StoryRecord(service: 1, session: 10, correlation: 2, left: 90),
      StoryRecord(service: 1, session: 10, correlation: 3, span: 5),
      // Killed before its bootstrap came.
      StoryRecord(service: 1, session: 91, correlation: 4),
      StoryRecord(service: 1, session: 92, correlation: 5),
      StoryRecord(service: 1, session: 10, correlation: 3, span: 6, left: 92),
    ]
    let desktop = [
      StoryRecord(session: 10, correlation: 2), StoryRecord(session: 10, correlation: 3),
    ]
    #expect(rules(desktop, engine).isEmpty)
    #expect(rules(engine, desktop).isEmpty)
    #expect(rules(desktop + engine, streams: [0]).isEmpty)
  }

  /// Other threads may log under the new session before the record of its adoption is written.
  @Test func theRecordOfTheAdoptionMayComeLate() {
    let engine = [
      StoryRecord(service: 1, session: 10, correlation: 3),
      StoryRecord(service: 1, session: 92, correlation: 3),
      StoryRecord(service: 1, session: 10, correlation: 3),
      StoryRecord(service: 1, session: 10, correlation: 4, left: 92),
    ]
    #expect(rules(engine).isEmpty)
  }

  /// Both desktops and both engines are honest: the old engine ends while the new one starts.
  @Test func anEngineStillEndsWhenTheNextOneStarts() {
    let engine = [
      StoryRecord(service: 1, session: 90, correlation: 1),
      StoryRecord(service: 1, session: 10, correlation: 2, left: 90),
      StoryRecord(service: 1, session: 91, correlation: 3),
      StoryRecord(service: 1, session: 10, correlation: 4),
      StoryRecord(service: 1, session: 91, correlation: 5),
      StoryRecord(service: 1, session: 11, correlation: 6, left: 91),
    ]
    #expect(rules(engine).isEmpty)
    // Nobody left the second one.
    #expect(rules(Array(engine.dropLast())) == ["log-session-changed 4"])
  }

  @Test func aDesktopIsRestartedAndAppends() {
    let desktop = (0..<9).map { StoryRecord(session: 10 + $0 / 3, correlation: 1 + $0) }
    #expect(rules(desktop).isEmpty)
  }

  @Test func aFileThatIsThereTwiceIsNoProcessThatChanges() {
    let first = (1...3).map { StoryRecord(session: 10, correlation: 1, time: $0) }
    let second = (4...6).map { StoryRecord(session: 11, correlation: 2, time: $0) }
    #expect(rules(first + second + first + second).isEmpty)
    #expect(rules(second + first + second).isEmpty)
  }

  @Test func aStreamMayComeFromManyMachines() {
    let merged = (0..<20).map { line in
      StoryRecord(session: 10 + line % 2, correlation: 1 + line % 2, time: Int64(line))
    }
    #expect(rules(merged, streams: [0]).isEmpty)
    #expect(rules(merged) == ["log-session-changed 3"])
  }

  @Test func sessionsOfTwoServicesThatNobodyLinks() {
    let desktop = [StoryRecord(session: 10, correlation: 1)]
    let engine = [
      StoryRecord(service: 1, session: 20, correlation: 1),
      StoryRecord(service: 1, session: 20, correlation: 2),
    ]
    let found = StoryRun.findings([desktop, engine]).found
    #expect(found.map(\.finding.rule) == ["log-correlation-session"])
    #expect(found[0].place == StoryPlace(source: 1, line: 1))
    #expect(found[0].notes.map(\.place) == [StoryPlace(source: 0, line: 1)])
    #expect(
      found[0].notes[0].message
        == "correlation 00000000-0000-0000-0000-000000000001 stands here under session "
        + "00000000-0000-0000-0000-00000000000a")
  }

  /// Servers: each process has its own session, and actions go from one to the other.
  @Test func sessionsOfServersAreTheirOwn() {
    let instances = [20, 21].map { session in
      (1...3).map { StoryRecord(session: session, correlation: $0) }
    }
    let worker = (1...3).map { StoryRecord(service: 1, session: 30, correlation: $0) }
    let sources = instances + [worker]
    #expect(StoryRun.findings(sources, own: [0, 1]).found.isEmpty)
    #expect(StoryRun.findings(sources, own: [0]).found.isEmpty)
    let rules = { (own: Set<Int16>) in
      Set(StoryRun.findings(sources, own: own).found.map(\.finding.rule))
    }
    #expect(rules([1]) == ["log-session-changed"])
    #expect(rules([]) == ["log-session-changed", "log-correlation-session"])
  }

  /// What goes through a server is still held against what it comes back to.
  @Test func sessionsBesideThoseOfServersAreShared() {
    let lines = [
      StoryRecord(session: 10, correlation: 1),
      StoryRecord(service: 1, session: 20, correlation: 1),
      StoryRecord(service: 2, session: 11, correlation: 1),
    ]
    let found = StoryRun.findings([lines], own: [1]).found
    #expect(found.map(\.finding.rule) == ["log-correlation-session"])
    #expect(found.map(\.place.line) == [3])
    #expect(found[0].notes.map(\.place.line) == [1])
  }

  @Test func aServersSessionMustNotChangeEither() {
    let api = (0..<4).map { StoryRecord(session: 10 + $0 % 2, correlation: 1 + $0, time: 1) }
    #expect(StoryRun.findings([api], own: [0]).found.map(\.finding.rule) == ["log-session-changed"])
  }

  @Test func aSessionThatChangesWithinOneAction() {
    let desktop = [
      StoryRecord(session: 10, correlation: 1), StoryRecord(session: 11, correlation: 1),
    ]
    #expect(rules(desktop) == ["log-session-changed 2"])
    #expect(rules(desktop, streams: [0]) == ["log-session-changed 2"])
  }

  @Test func aSpanThatReplacesItsCorrelation() {
    let engine = [
      StoryRecord(session: 10, correlation: 1, span: 7),
      StoryRecord(session: 10, correlation: 2),
      StoryRecord(session: 10, correlation: 2, span: 7),
    ]
    #expect(rules(engine) == ["log-span-correlation 3"])
  }

  /// Services that the catalog does not have are not told apart.
  @Test func whatIsNoServiceIsNoProcess() {
    let lines = (0..<4).map { StoryRecord(service: -2, session: 10 + $0 % 2, correlation: 1 + $0) }
    #expect(rules(lines).isEmpty)
  }

  @Test func whatIsForgottenIsTold() {
    let lines = (1...100).map { StoryRecord(session: 10, correlation: $0, span: $0) }
    let far = lines + [StoryRecord(session: 11, correlation: 1)]
    let (found, forgotten) = StoryRun.findings([far], limit: 10)
    #expect(found.isEmpty)
    #expect(forgotten == StoryForgotten(correlations: 95, spans: 90, sessions: 0))
    #expect(
      forgotten.message(limit: 10)
        == "the window of 10 forgot 95 correlation IDs and 90 span IDs; "
        + "what spans a longer way was not looked at")
    #expect(StoryRun.findings([far]).forgotten.isEmpty)
  }

  /// What comes again is not forgotten with those of its time.
  @Test func whatComesAgainIsKept() {
    let lines = [1, 2, 3, 1, 4, 5, 1].map { StoryRecord(session: 10, correlation: $0) }
    #expect(StoryRun.findings([lines], limit: 4).forgotten.correlations == 2)
  }

  /// The last half of the window is always known.
  @Test func whatIsInTheWindowIsKnown() {
    for distance in 1...5 {
      let lines = [StoryRecord(session: 10, correlation: 999)]
      let others = (1..<UInt64(distance)).map { StoryRecord(session: 10, correlation: $0) }
      let back = [StoryRecord(session: 11, correlation: 999)]
      #expect(StoryRun.findings([lines + others + back], limit: 10).found.count == 1)
    }
  }

  /// Each pair is decided before it is forgotten.
  @Test func morePairsThanMayWait() {
    let lines = (0..<1000 as Range<UInt64>).flatMap { number in
      [
        StoryRecord(session: 10_000 + number, correlation: 1 + number),
        StoryRecord(service: 1, session: 20_000 + number, correlation: 1 + number),
      ]
    }
    let adoption = [StoryRecord(service: 1, session: 20_999, left: 10_999)]
    #expect(StoryRun.findings([lines], streams: [0]).found.count == 1000)
    #expect(StoryRun.findings([lines + adoption], streams: [0]).found.count == 999)
  }

  @Test func theLineShowsWhereTheIdentifierStands() {
    let session = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263"
    let line = Array(#"{"session_id":"\#(session)"}"#.utf8)
    let bits = RecordFacts.Bits128(high: 0x4e18_bf6a_94c8_4ce7, low: 0xa4e9_151f_5f57_3263)
    #expect(StoryText.identifier(bits) == session)
    #expect(StoryText.range(of: bits, in: line) == 14..<52)
    #expect(StoryText.range(of: 0xabc as UInt64, in: line) == 0..<line.count)
    #expect(StoryText.span(0xabc) == "0000000000000abc")
  }
}
