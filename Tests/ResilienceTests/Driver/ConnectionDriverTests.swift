import CodebookRuntime
import Foundation
import Resilience
import Testing

@Suite(.timeLimit(.minutes(15))) struct ConnectionDriverTests {
  /// The delays with seed 42, scope `ws.a`, epoch 1, base 500 and cap 30000, from the definition.
  static func delay(_ attempt: Int64, epoch: Int64 = 1, seed: UInt64 = 42) -> Int64 {
    Delay.backoff(
      base: 500, cap: 30_000, attempt: attempt, draw: Draw("ws.a|\(epoch)|\(attempt)"),
      seed: seed)
  }

  @Test func eachAttemptComesWhenItIsItsTurn() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    #expect(bench.connection().dials == 0)
    for number in 0..<6 {
      let attempt = try #require(await attempts.next())
      #expect(attempt.number == number && attempt.scope == "ws.a")
      attempt.failed(.refused)
      #expect(attempt.isClosed)
      let delay = Self.delay(Int64(number + 1))
      bench.clock.advance(by: delay - 1)
      #expect(bench.connection().dials == Int64(number + 1))
      bench.clock.advance(by: 1)
      #expect(bench.connection().dials == Int64(number + 2))
    }
    #expect(bench.backoffs("reconnect_scheduled") == (1...6).map { Int(Self.delay($0)) })
  }

  @Test func whoConnectsAndDiesAtOnceWaitsLongerAndLonger() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    for number in 1...6 {
      let attempt = try #require(await attempts.next())
      attempt.opened()
      attempt.received()
      attempt.failed()
      bench.clock.advance(by: Self.delay(Int64(number)))
    }
    #expect(bench.backoffs("reconnect_scheduled") == (1...6).map { Int(Self.delay($0)) })
    #expect(bench.records("degraded_mode_entered").count == 1)
  }

  @Test func aBodyThatSaysNothingHasClosedTheConnection() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    let first = try #require(await attempts.next())
    first.opened()
    async let second = attempts.next()
    await eventually { bench.connection().retries == 1 }
    #expect(bench.connection().drops == 1)
    bench.clock.advance(by: Self.delay(1))
    #expect(await second?.number == 1)
  }

  @Test func afterStabilityAttemptsStartOver() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    try #require(await attempts.next()).failed(.refused)
    bench.clock.advance(by: Self.delay(1))
    let second = try #require(await attempts.next())
    second.opened()
    second.received()
    bench.clock.advance(by: 30_000)
    second.failed()
    #expect(bench.backoffs("reconnect_scheduled") == [Int(Self.delay(1)), Int(Self.delay(1))])
    #expect(bench.events == ["reconnect_scheduled", "reconnected", "reconnect_scheduled"])
  }

  @Test func cancelledWhileItWaitsNothingIsDialledAnyMore() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    let task = Task {
      var count = 0
      for await attempt in runtime.reconnecting("ws.a") {
        count += 1
        attempt.failed(.refused)
      }
      return count
    }
    await eventually { bench.connection().retries == 1 }
    bench.clock.advance(by: 200)
    task.cancel()
    #expect(await task.value == 1)
    bench.clock.advance(by: 86_400_000)
    #expect(bench.connection().dials == 1)
    #expect(runtime.status.condition == .normal)
  }

  @Test func cancelledBeforeItBeginsNothingIsDialled() async {
    let bench = Bench()
    let runtime = bench.runtime
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      for await _ in runtime.reconnecting("ws.a") { Issue.record("an attempt") }
    }
    await task.value
    #expect(bench.connection().dials == 0)
  }

  @Test func cancelledWhileConnectedItIsClosedWithoutAFailure() async {
    let bench = Bench()
    let runtime = bench.runtime
    let ended = Heard<Bool>()
    let task = Task {
      await runtime.keepConnected("ws.a") { attempt in
        attempt.opened()
        attempt.received()
        defer { ended.hear(Task.isCancelled) }
        try await Task.sleep(for: .seconds(600))
      }
    }
    await eventually { bench.connection().opens == 1 }
    task.cancel()
    await task.value
    #expect(ended.values == [true])
    bench.clock.advance(by: 86_400_000)
    #expect(bench.connection().dials == 1 && bench.events.isEmpty)
  }

  @Test func aLoopThatIsLeftGivesTheConnectionUp() async {
    let bench = Bench()
    let seen = Heard<ConnectionAttempt>()
    for await attempt in bench.runtime.reconnecting("ws.a") {
      attempt.opened()
      seen.hear(attempt)
      break
    }
    #expect(seen.values.allSatisfy { $0.isClosed })
    bench.clock.advance(by: 86_400_000)
    #expect(bench.connection().dials == 1 && bench.events.isEmpty)
  }

  @Test func aDialThatTakesTooLongIsGivenUp() async {
    let bench = Bench()
    let runtime = bench.runtime
    let ended = Heard<Int>()
    let task = Task {
      await runtime.keepConnected("ws.a") { attempt in
        defer { ended.hear(attempt.number) }
        try await Task.sleep(for: .seconds(600))
      }
    }
    await eventually { bench.connection().dials == 1 }
    bench.clock.advance(by: 10_000)
    await eventually { ended.values == [0] }
    bench.clock.advance(by: Self.delay(1))
    bench.clock.advance(by: 10_000)
    await eventually { ended.values == [0, 1] }
    // What was given up says nothing more.
    #expect(bench.events == ["reconnect_scheduled", "reconnect_scheduled"])
    task.cancel()
    await task.value
  }

  @Test func aBodyThatHangsHoldsUpNobody() async {
    let bench = Bench()
    let runtime = bench.runtime
    let dialled = Heard<Int>()
    let gate = Heard<Bool>()
    let task = Task {
      await runtime.keepConnected("ws.a") { attempt in
        dialled.hear(attempt.number)
        // Looks at no cancellation.
        while gate.values.isEmpty { await Task.yield() }
        attempt.opened()
      }
    }
    await eventually { dialled.values == [0] }
    bench.clock.advance(by: 10_000)
    bench.clock.advance(by: Self.delay(1))
    await eventually { dialled.values == [0, 1] }
    runtime.close()
    await task.value
    gate.hear(true)
    await eventually { bench.connection().stales == 2 }
  }

  @Test func aConnectionThatStallsIsClosed() async {
    let bench = Bench(.sample(idleMS: 15_000))
    let runtime = bench.runtime
    let ended = Heard<Bool>()
    let task = Task {
      await runtime.keepConnected("ws.a") { attempt in
        attempt.opened()
        attempt.received()
        await attempt.closed()
        ended.hear(Task.isCancelled)
      }
    }
    await eventually { bench.connection().opens == 1 }
    bench.clock.advance(by: 14_999)
    #expect(ended.values.isEmpty)
    bench.clock.advance(by: 1)
    await eventually { ended.values == [true] }
    #expect(bench.connection().drops == 1)
    task.cancel()
    await task.value
  }

  @Test func ofTwoLoopsTheLaterOneHasTheConnection() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    let first = Task {
      await runtime.keepConnected("ws.a") { attempt in
        attempt.opened()
        try await Task.sleep(for: .seconds(600))
      }
    }
    await eventually { bench.connection().opens == 1 }
    var attempts = runtime.reconnecting("ws.a").makeAsyncIterator()
    let attempt = try #require(await attempts.next())
    await first.value
    attempt.opened()
    #expect(bench.connection().dials == 2 && !attempt.isClosed)
    #expect(bench.events.isEmpty)
  }

  @Test func aStepOfTheWallClockChangesNothing() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    try #require(await attempts.next()).failed(.refused)
    for step: Int64 in [3_600_000, -7_200_000] {
      bench.clock.stepWall(by: step)
      bench.clock.advance(by: 1)
    }
    bench.clock.advance(by: Self.delay(1) - 3)
    #expect(bench.connection().dials == 1)
    bench.clock.advance(by: 1)
    #expect(bench.connection().dials == 2)
  }

  @Test func aHandshakeThatIsLimitedIsHeldBack() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    let task = Task {
      await runtime.keepConnected("ws.a") { _ in
        throw ConnectionFailure(.rateLimited, retryAfter: "120")
      }
    }
    await eventually { bench.connection().retries == 1 }
    let backoff = try #require(bench.backoffs("reconnect_scheduled").first)
    #expect((120_000...120_250).contains(backoff))
    bench.clock.advance(by: 119_999)
    #expect(bench.connection().dials == 1)
    task.cancel()
    await task.value
  }

  @Test func whatLeavesABodySaysWhyItEnds() async {
    let bench = Bench()
    let runtime = bench.runtime
    let task = Task {
      await runtime.keepConnected("ws.a") { attempt in
        if attempt.number == 1 { attempt.opened() }
        throw Trouble()
      }
    }
    await eventually { bench.connection().retries == 1 }
    #expect(bench.events == ["network_unreachable", "reconnect_scheduled"])
    #expect(runtime.status.condition == .offline)
    bench.clock.advance(by: Self.delay(1))
    await eventually { bench.connection().drops == 1 }
    #expect(bench.events.dropFirst(2) == ["network_recovered", "reconnect_scheduled"])
    task.cancel()
    await task.value
  }

  @Test func aNetworkThatIsBackIsDialledAtOnce() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    var attempts = runtime.reconnecting("ws.a").makeAsyncIterator()
    for number in 1...6 {
      try #require(await attempts.next()).failed(.unreachable)
      if number < 6 { bench.clock.advance(by: Self.delay(Int64(number))) }
    }
    runtime.pathChanged(isUp: false)
    runtime.pathChanged(isUp: true)
    bench.clock.advance(by: 500)
    #expect(bench.connection().dials == 7)
    #expect(bench.records("network_unreachable").count == 1)
  }
}
