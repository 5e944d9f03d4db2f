import CodebookRuntime
import Resilience
import Testing

/// Mistakes that limits and retries are known for.
struct LimiterPitfallTests {
  @Test func anOrderThatMayHaveArrivedIsNeverSentAgain() {
    for outcome in [Outcome.broken, .failed] {
      var rig = LimiterRig()
      rig.submit("o1")
      let effects = rig.answer("o1", outcome)
      #expect(effects.contains(.reconcile(id: "o1")))
      #expect(effects.endings == [.unknown])
      while rig.fire() != nil {}
      #expect(rig.sent == ["o1"])
    }
  }

  @Test func aTimeoutNeverSendsAnOrderAgain() {
    var rig = LimiterRig()
    rig.submit("o1")
    let effects = rig.fire() ?? []
    #expect(rig.now == rig.policy.timeoutMS)
    #expect(effects.contains(.abort(id: "o1", send: 1)))
    #expect(effects.contains(.reconcile(id: "o1")))
    while rig.fire() != nil {}
    #expect(rig.sent == ["o1"])
    #expect(rig.answer("o1", .succeeded).transitions == [.stale])
  }

  @Test func aLimitSendsAnOrderAgainWithItsID() {
    var rig = LimiterRig()
    rig.submit("o1")
    rig.answer("o1", .limited, hold: 2000)
    let until = rig.state.until
    #expect((2000...2250).contains(until))
    rig.fire()
    #expect(rig.now == until)
    #expect(rig.sent == ["o1", "o1"])
    #expect(rig.state.phase == .probe)
  }

  /// A hold is a floor, never a shortcut.
  @Test func aHoldNeverMakesABlockShorter() {
    var rig = LimiterRig()
    var plain = LimiterRig()
    for strike in 1...3 {
      rig.submit("o\(strike)")
      plain.submit("o\(strike)")
      rig.answer("o\(strike)", .limited, hold: 1)
      plain.answer("o\(strike)", .limited)
      #expect(rig.state.until == plain.state.until)
      rig.fire()
      plain.fire()
      rig.answer("o\(strike)", .refused)
      plain.answer("o\(strike)", .refused)
    }
  }

  @Test func theBudgetDrainsAndRefillsAndRetries() {
    var rig = LimiterRig(LimiterRig.policy(tokens: 14))
    rig.submit("a", isSafe: true)
    rig.answer("a", .broken)
    #expect(rig.state.tokens == 0)
    #expect(rig.state.request("a")?.state == .delayed)
    // Nothing is left: it fails, and not at once.
    rig.submit("b", isSafe: true)
    #expect(rig.answer("b", .broken).endings.isEmpty)
    #expect(rig.state.request("b")?.state == .failing)
    #expect((250...500).contains(rig.state.request("b")?.due ?? 0))
    #expect(rig.fire()?.isEmpty == false)
    while rig.state.request("b") != nil { rig.fire() }
    #expect(rig.state.counters.failed == 1)
    // Success gives back what its retry took.
    while rig.state.request("a")?.state != .flying { rig.fire() }
    rig.answer("a", .succeeded)
    #expect(rig.state.tokens == 14)
    rig.submit("c", isSafe: true)
    rig.answer("c", .broken)
    #expect(rig.state.request("c")?.state == .delayed)
  }

  @Test func nobodyRetriesForEver() {
    var rig = LimiterRig()
    rig.submit("a", isSafe: true)
    var endings: [Ending] = []
    for _ in 1...10 where rig.state.request("a") != nil {
      endings += rig.answer("a", .broken).endings
      while rig.state.request("a")?.state == .delayed { rig.fire() }
    }
    #expect(rig.sent.count == 4)
    #expect(endings == [.failed])
  }

  /// A burst that flies together is one limit, however many answers tell of it.
  @Test func aBurstOfLimitsIsOneStrike() {
    var rig = LimiterRig()
    for id in ["a", "b", "c", "d"] { rig.submit(id) }
    let first = rig.answer("a", .limited)
    #expect(first.transitions == [.blocked])
    let until = rig.state.until
    for id in ["b", "c", "d"] { #expect(rig.answer(id, .limited).transitions.isEmpty) }
    #expect(rig.state.strikes == 1)
    #expect(rig.state.until == until)
    #expect(rig.sent == ["a", "b", "c", "d"])
    rig.fire()
    #expect(rig.sent == ["a", "b", "c", "d", "a"])
  }

  /// What comes just when the block ends, before its timer: were the timer left set, nothing would
  /// ever be sent again.
  @Test func aRequestAtTheEndOfABlockLeavesNoDeadTimer() {
    var rig = LimiterRig()
    rig.submit("a")
    rig.answer("a", .limited)
    rig.now = rig.state.until
    let effects = rig.submit("b")
    #expect(effects.sent == ["a"])
    #expect(effects.contains(.disarm(TimerName(.release, epoch: 1))))
    rig.answer("a", .unsent)
    #expect(rig.state.phase == .blocked)
    while rig.state.request("b")?.state != .flying { #expect(rig.fire() != nil) }
    rig.answer("b", .succeeded)
    #expect(rig.state.phase == .open)
  }

  @Test func cancelsDoNotWaitBehindOrders() {
    var rig = LimiterRig(LimiterRig.policy(concurrency: 1, capacity: 8))
    for number in 1...9 { rig.submit("o\(number)") }
    #expect(rig.submit("o10").endings == [.rejected(.full)])
    rig.submit("c1", lane: 0, isSafe: true)
    rig.answer("o1", .succeeded)
    #expect(rig.sent.last == "c1")
  }

  @Test func ordersAreNotStarvedByCancels() {
    var rig = LimiterRig(LimiterRig.policy(concurrency: 1))
    for number in 1...40 { rig.submit("c\(number)", lane: 0, isSafe: true) }
    rig.submit("o1")
    for _ in 1...4 { rig.answer(rig.sent[rig.sent.count - 1], .succeeded) }
    #expect(rig.sent.contains("o1"))
  }

  @Test func nothingWaitsInAParkedLimiter() {
    var rig = LimiterRig(LimiterRig.policy(concurrency: 2))
    for id in ["a", "b", "c"] { rig.submit(id) }
    let effects = rig.answer("a", .banned)
    #expect(effects.contains(.parkVenue))
    #expect(effects.endings == [.throttled, .throttled])
    #expect(rig.submit("d").endings == [.rejected(.parked)])
    #expect(rig.answer("b", .limited).endings == [.throttled])
    #expect(rig.state.requests.isEmpty)
    rig.tell(.unpark)
    #expect(rig.submit("e").sent == (rig.state.phase == .open ? ["e"] : []))
  }

  @Test func nothingWaitsInAGatedLane() {
    var rig = LimiterRig(LimiterRig.policy(concurrency: 1))
    for id in ["a", "b"] { rig.submit(id) }
    #expect(rig.tell(.gate(code: "PT-NET-001")).endings == [.rejected(.gated)])
    #expect(rig.submit("c").records.map(\.code) == ["PT-NET-001"])
    #expect(rig.answer("a", .limited).endings == [.rejected(.gated)])
    rig.submit("c1", lane: 0, isSafe: true)
    #expect(rig.state.request("c1") != nil)
    rig.tell(.gate(code: nil))
    rig.submit("o")
    #expect(rig.state.request("o") != nil)
  }

  @Test func aRestartKeepsWhatTheServerAskedFor() {
    var rig = LimiterRig()
    rig.submit("a")
    rig.submit("b", isSafe: true)
    rig.answer("a", .limited, hold: 60_000)
    let until = rig.state.until
    let effects = rig.tell(.restart(epoch: 2))
    #expect(effects.endings == [.rejected(.restarted), .rejected(.restarted)])
    #expect(rig.state.until == until)
    #expect(rig.state.strikes == 1)
    rig.submit("a")
    #expect(rig.sent == ["a", "b"])
    // The timers of the epoch before do nothing to what has the same name now.
    while rig.now < until { rig.fire() }
    while rig.state.phase == .blocked { rig.fire() }
    #expect(rig.sent == ["a", "b", "a"])
    #expect(rig.now == until)
  }

  /// An answer to a request of the epoch before must not end the one that has its ID now.
  @Test func RR_06_an_old_epochs_answer_ends_no_request_of_this_one() {
    var rig = LimiterRig()
    rig.submit("a", isSafe: true)
    rig.tell(.restart(epoch: 2))
    rig.submit("a", isSafe: true)
    #expect(rig.state.request("a")?.send == 1)
    let answer = LimiterEvent.answer(id: "a", epoch: 1, send: 1, .succeeded)
    #expect(rig.tell(answer).records.map(\.staleEpoch) == [1])
    let timeout = LimiterEvent.timer(TimerName(.timeout, id: "a", epoch: 1), serial: 1)
    #expect(rig.tell(timeout).records.map(\.staleEpoch) == [1])
    #expect(rig.state.request("a")?.state == .flying)
    #expect(rig.answer("a", .succeeded).endings == [.succeeded])
  }

  @Test func anUnsafeFlightIsUnknownAfterARestart() {
    var rig = LimiterRig()
    rig.submit("a")
    #expect(rig.tell(.restart(epoch: 2)).contains(.reconcile(id: "a")))
    #expect(rig.tell(.restart(epoch: 2)).transitions == [.stale])
  }
}
