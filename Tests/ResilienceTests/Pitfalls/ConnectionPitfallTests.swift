import CodebookRuntime
import Resilience
import Testing

/// Mistakes that reconnect loops are known for.
struct ConnectionPitfallTests {
  /// A server that takes connections and closes them at once: a loop that starts over on connect
  /// dials it a thousand times.
  @Test func delaysGrowWhereConnectionsOpenAndDie() {
    var rig = ConnectionRig()
    rig.tell(.start)
    var delays: [Int64] = []
    while delays.count < 8 {
      rig.tell { .opened($0) }
      rig.tell { .message($0) }
      rig.now += 1
      let before = rig.now
      rig.tell { .failed($0, .closed) }
      rig.fire(.backoff)
      delays.append(rig.now - before)
    }
    #expect(delays.prefix(7) == [429, 970, 1576, 3817, 5848, 9686, 19_055])
    #expect(rig.dials.count { $0 < 2000 } == 3)
  }

  @Test func attemptsStartOverAfterStabilityAlone() {
    var rig = ConnectionRig()
    rig.tell(.start)
    rig.tell { .failed($0, .unreachable) }
    rig.fire(.backoff)
    rig.goLive()
    #expect(rig.state.attempt == 1)
    rig.now += rig.policy.stableMS - 1
    rig.tell(.timer(TimerName(.stable, epoch: 1), serial: rig.state.serial))
    #expect(rig.state.attempt == 1)
    rig.fire(.stable)
    #expect(rig.state.attempt == 0)
  }

  @Test func nothingIsDialedAfterItWasCancelledInItsSleep() {
    var rig = ConnectionRig()
    rig.tell(.start)
    rig.tell { .failed($0, .unreachable) }
    let due = rig.state.timers[.backoff]
    let serial = rig.state.serial
    #expect(rig.tell(.stop).contains(.disarm(TimerName(.backoff, epoch: 1))))
    rig.now = due ?? 0
    #expect(rig.tell(.timer(TimerName(.backoff, epoch: 1), serial: serial)).transitions == [.stale])
    #expect(rig.dials == [0])
    #expect(rig.state.phase == .idle)
  }

  /// What an engine's earlier run still calls must not break the connection of this one, even where
  /// both dialed as often.
  @Test func RR_06_an_old_epochs_callbacks_do_nothing_to_a_live_connection() {
    var rig = ConnectionRig()
    rig.tell(.start)
    let old = rig.state.ticket
    rig.tell(.restart(epoch: 2))
    rig.tell(.start)
    #expect(rig.state.ticket == Ticket(epoch: 2, serial: old.serial))
    #expect(rig.tell(.opened(old)).transitions == [.stale])
    rig.tell { .opened($0) }
    #expect(rig.tell(.message(old)).transitions == [.stale])
    rig.tell { .message($0) }
    let live = rig.state
    rig.now = live.timers[.stable] ?? 0
    let late: [ConnectionEvent] = [
      .opened(old), .message(old), .failed(old, .closed), .restart(epoch: 1),
      .timer(TimerName(.stable, epoch: 1), serial: old.serial),
    ]
    for event in late {
      let records = rig.tell(event).records
      #expect(records.map(\.transition) == [.stale])
      #expect(records.map(\.staleEpoch) == [1])
      #expect(rig.state.phase == .live)
      #expect(rig.state.ticket == live.ticket)
      #expect(rig.state.timers == live.timers)
      #expect(rig.state.lastMessage == live.lastMessage)
    }
    #expect(rig.state.counters.stales == Int64(late.count) + 2)
  }

  /// A process that starts anew whenever the handshake is refused must not go around the hold.
  @Test func restartsInALoopDoNotGoAroundAHandshakesHold() {
    var rig = ConnectionRig()
    rig.tell(.start)
    rig.tell { .failed($0, .rateLimited, hold: 60_000) }
    let until = rig.state.heldUntil
    #expect((60_000...60_250).contains(until))
    for epoch in 2...20 {
      rig.now += 1000
      rig.tell(.restart(epoch: Int64(epoch)))
      rig.tell(.start)
      #expect(rig.state.phase == .waiting)
      #expect(rig.state.timers[.backoff] == until)
    }
    #expect(rig.dials == [0])
    rig.fire(.backoff)
    #expect(rig.dials == [0, until])
  }

  @Test func aHoldNeverMakesADelayShorter() {
    var rig = ConnectionRig()
    rig.tell(.start)
    for _ in 1...6 {
      rig.tell { .failed($0, .rateLimited, hold: 1) }
      rig.fire(.backoff)
    }
    #expect(rig.state.counters.lastBackoffMS == 9686)
  }

  @Test func attemptsWhileThePathIsDownCostNothing() {
    var rig = ConnectionRig()
    rig.tell(.pathDown)
    rig.tell(.start)
    for _ in 1...100 {
      rig.tell { .failed($0, .unreachable) }
      rig.fire(.backoff)
    }
    #expect(rig.state.spent == 0)
    #expect(!rig.state.isExhausted)
    #expect(rig.state.attempt == 100)
  }

  @Test func anExhaustedConnectionSaysSoOnceAndLooksNowAndThen() {
    var rig = ConnectionRig()
    rig.tell(.start)
    var records: [TransitionRecord] = []
    for _ in 1...30 {
      records += rig.tell { .failed($0, .unreachable) }.records
      rig.fire(rig.state.phase == .exhausted ? .probe : .backoff)
    }
    #expect(records.map(\.transition).filter { $0 == .exhausted }.count == 1)
    #expect(records.last?.code == "PT-NET-001")
    #expect(records.last?.attempt == 20)
    #expect(zip(rig.dials.dropFirst(21), rig.dials.dropFirst(22)).allSatisfy { $1 - $0 == 300_000 })
  }

  /// A thousand clients whose feed is closed at one moment.
  @Test func aThousandSeedsSpreadTheirDials() {
    var dials: [Int64] = []
    for seed in 0..<1000 {
      var rig = ConnectionRig()
      rig.seed = UInt64(seed)
      rig.tell(.start)
      while rig.now < 60_000 {
        rig.tell { .failed($0, .closed) }
        rig.fire(.backoff)
      }
      dials += rig.dials
    }
    // 250 ms of the first delays take 1,000 dials; from then on they have ever more room.
    #expect(Self.most(dials.filter { $0 > 0 }, within: 100) <= 480)
    #expect(Self.most(dials.filter { $0 > 5000 }, within: 100) <= 60)
  }

  /// The most of some times that are within a window.
  private static func most(_ times: [Int64], within window: Int64) -> Int {
    let times = times.sorted()
    var first = 0
    var most = 0
    for (place, time) in times.enumerated() {
      while time - times[first] >= window { first += 1 }
      most = max(most, place - first + 1)
    }
    return most
  }
}
