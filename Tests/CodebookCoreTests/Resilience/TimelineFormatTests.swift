import CodebookCore
import Testing

/// A mistyped step is found where it stands: what nobody reads proves nothing.
@Suite("Timelines are read strictly")
struct TimelineFormatTests {
  /// What is found in a timeline with a step, which the step marks.
  private static func found(_ step: String) throws -> (rules: [String], [Diagnostic], MarkedText) {
    let row = SmallResilience.row(SmallResilience.start, step, SmallResilience.end)
    let text = MarkedText(try ComposedCatalog.text(SmallResilience.section + row))
    let found = ComposedCatalog.findings(in: text.text)
    return (found.map(\.rule), found, text)
  }

  @Test(
    "each mistake is told once, at its place",
    arguments: [
      // Keys
      ("{t: 1, ⟦strt⟧: ws.feed}", "unknown-key", "did you mean `start`?"),
      ("{t: 1, start: ws.feed, ⟦stop⟧: ws.feed}", "wrong-form", "make two steps of it"),
      ("{t: 1, start: ws.feed, ⟦cause⟧: closed}", "unknown-key", nil),
      ("{t: 1, failed: ws.feed, cause: ⟦close⟧}", "unknown-value", "did you mean `closed`?"),
      ("{t: 1, path: ⟦left⟧}", "unknown-value", nil),
      // Values
      ("{t: 1, opened: ws.feed, epoch: ⟦-1⟧}", "wrong-form", nil),
      ("{t: ⟦1.5⟧, start: ws.feed}", "wrong-type", nil),
      ("{t: 1, submit: ⟦a.1⟧, scope: rest.orders, lane: requests}", "wrong-form", nil),
      ("{t: 1, submit: ⟦7⟧, scope: rest.orders, lane: requests}", "wrong-type", nil),
      ("{t: 1, answer: a, scope: rest.orders, status: ⟦100⟧}", "wrong-form", nil),
      (
        "{t: 1, answer: a, scope: rest.orders, status: ⟦brokn⟧}", "unknown-value",
        "did you mean `broken`?"
      ),
      ("{t: 1, answer: a, scope: rest.orders, status: 429, retry_after: ⟦2⟧}", "wrong-type", nil),
      ("{t: 1, restart: ⟦0⟧}", "wrong-form", nil),
      // Expectations
      ("{t: 1, expect: {⟦recrds⟧: 1}}", "unknown-key", "did you mean `records`?"),
      (
        "{t: 1, expect: {connections: {ws.feed: {⟦atempt⟧: 1}}}}", "unknown-key",
        "did you mean `attempt`?"
      ),
      (
        "{t: 1, expect: {connections: {ws.feed: {phase: ⟦dialling⟧}}}}", "unknown-value",
        "did you mean `dialing`?"
      ),
      ("{t: 1, expect: {connections: {ws.feed: {timers: {⟦bakoff⟧: 1}}}}}", "unknown-key", nil),
      ("{t: 1, expect: {connections: {ws.feed: {timers: {dial: ⟦no⟧}}}}}", "wrong-type", nil),
      ("{t: 1, expect: {connections: {ws.feed: {opened: ⟦1⟧}}}}", "wrong-type", nil),
      ("{t: 1, expect: {limiters: {rest.orders: {⟦requests⟧: 1}}}}", "unknown-key", nil),
      ("{t: 1, expect: {status: {state: ⟦norml⟧}}}", "unknown-value", "did you mean `normal`?"),
      (
        "{t: 1, expect: {counters: {ws.feed: {⟦dial⟧: 1}}}}", "unknown-key", "did you mean `dials`?"
      ),
      ("{t: 1, expect: {sends: {rest.orders: [⟦[1]⟧]}}}", "wrong-type", nil),
      ("{t: 1, expect: {sends: {rest.orders: [[1, ⟦2⟧]]}}}", "wrong-type", nil),
      ("{t: 1, expect: {dials: {ws.feed: ⟦0⟧}}}", "wrong-type", nil),
      (
        "{t: 1, expect: {queues: {rest.orders: {requests: {⟦dept⟧: 1}}}}}", "unknown-key",
        "did you mean `depth`?"
      ),
    ] as [(String, String, String?)])
  func mistakes(_ step: String, _ rule: String, _ fix: String?) throws {
    let (rules, found, text) = try Self.found(step)
    #expect(rules == [rule], "\(found)")
    #expect(found.compactMap(\.location.range) == text.ranges)
    if let fix { #expect(found.first?.fix == fix) }
  }

  @Test("a step of no kind, and one without its time, is told of")
  func missing() throws {
    #expect(try Self.found("{t: 1}").rules == ["missing-key"])
    #expect(try Self.found("{start: ws.feed}").rules == ["missing-key"])
    #expect(try Self.found("{t: 1, failed: ws.feed}").rules == ["missing-key"])
    #expect(
      try Self.found("{t: 1, submit: a}").rules == ["missing-key", "missing-key"])
    #expect(try Self.found("start").rules == ["wrong-type"])
  }

  @Test("steps and times may be alike, and the null of a timer means that there is none")
  func alike() throws {
    let row = SmallResilience.row(
      SmallResilience.start, "{t: 1, message: ws.feed}", "{t: 1, message: ws.feed}",
      "{t: 1, expect: {connections: {ws.feed: {timers: {dial: ~, idle: null}}}, dials: {ws.feed: [0, 0]}}}",
      "{t: 1, expect: {limiters: {rest.orders: {probe: null, gate: ~}}, records: 0}}")
    _ = try SmallResilience.catalog(SmallResilience.section + row)
  }
}
