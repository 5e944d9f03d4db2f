import CodebookRuntime
import ConformanceSupport
import Foundation
import PredictionTraderCatalog
import Resilience
import Testing

/// Status, what is carried over, epochs, and many scopes at once.
@Suite(.timeLimit(.minutes(15))) struct LifeDriverTests {
  @Test func whoListensHearsEachChangeAndTheLatestOnly() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    let attempt = try #require(await attempts.next())
    var changes = bench.runtime.statusChanges().makeAsyncIterator()
    #expect(await changes.next()?.condition == .normal)
    attempt.failed(.refused)
    #expect(await changes.next()?.condition == .reconnecting)
    bench.runtime.pathChanged(isUp: false)
    bench.runtime.pathChanged(isUp: true)
    bench.clock.advance(by: 500)
    let second = try #require(await attempts.next())
    second.opened()
    second.received()
    // Offline and back, and live again: who was away hears what it is now.
    #expect(await changes.next() == ResilienceStatus(condition: .normal))
    bench.runtime.close()
    #expect(await changes.next()?.condition != .offline)
    #expect(await changes.next() == nil)
  }

  @Test func aLimitThatIsOverByTimeAloneIsToldOf() async throws {
    let bench = Bench()
    var changes = bench.runtime.statusChanges().makeAsyncIterator()
    _ = await changes.next()
    let runtime = bench.runtime
    let task = Task {
      try await runtime.limiter("rest.a").send { _ in
        RequestAnswer(0, status: 429, retryAfter: "5")
      }
    }
    #expect(await changes.next()?.condition == .limited)
    task.cancel()
    _ = await task.result
    bench.clock.advance(by: 4_999)
    #expect(runtime.status.condition == .limited)
    bench.clock.advance(by: 251)
    #expect(await changes.next() == ResilienceStatus(condition: .normal))
  }

  @Test func whatIsCarriedOverIsToldWheneverItChanges() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    let task = Task {
      try await runtime.limiter("rest.a").send(id: "o1") { attempt in
        if attempt.number == 1 { return RequestAnswer(0, status: 429, retryAfter: "5") }
        try await Task.sleep(for: .seconds(600))
        return RequestAnswer(0, status: 200)
      }
    }
    await eventually { bench.carried.values.count == 2 }
    let flying = CarriedState.Unknown(scope: "rest.a", ids: ["o1"])
    let told = bench.carried.values
    try #require(told.count == 2)
    #expect(told[0] == CarriedState(epoch: 1, unknown: [flying]))
    let held = try #require(told[1].held.first)
    #expect(held.scope == "rest.a" && held.strikes == 1 && told[1].unknown.isEmpty)
    #expect((5_000...5_250).contains(held.remainingMS))
    bench.clock.advance(by: 1_000)
    #expect(runtime.carriedState.held.first?.remainingMS == held.remainingMS - 1_000)
    bench.clock.advance(by: held.remainingMS - 1_000)
    await eventually { bench.carried.values.last?.unknown == [flying] }
    task.cancel()
    _ = await task.result
    await eventually { bench.unknown.values.count == 1 }
    await eventually { bench.carried.values.last?.unknown.isEmpty == true }
  }

  @Test func aRequestIsCarriedUntilItIsKnownWhatBecameOfIt() async throws {
    let log = RecordLogger(
      catalog: .current, service: "engine",
      sink: KeptLog.with(MemorySink(capacity: 1), as: "resilience"), root: KeptLog.newRoot)
    let (asked, known) = (Heard<UnknownRequest>(), Heard<Bool>())
    let unknown = CarriedState.Unknown(scope: "rest.b", ids: ["o7", "o8"])
    let runtime = ResilienceRuntime(
      .sample, log: log, clock: VirtualClock(), epoch: 2,
      carried: CarriedState(epoch: 1, unknown: [unknown]),
      reconcile: { request in
        asked.hear(request)
        while known.values.isEmpty { await Task.yield() }
      })
    await eventually { Set(asked.values.map(\.id)) == ["o7", "o8"] }
    #expect(runtime.carriedState == CarriedState(epoch: 2, unknown: [unknown]))
    // Until then nobody sends it.
    let sent = Heard<Int>()
    do throws(RequestFailure) {
      try await runtime.limiter("rest.b").send(id: "o7") { attempt in
        sent.hear(attempt.number)
        return RequestAnswer((), status: 200)
      }
      Issue.record("an order that may have been carried out was sent again")
    } catch {
      guard case .rejected(.duplicate, _) = error else { throw error }
    }
    #expect(sent.values.isEmpty)
    known.hear(true)
    await eventually { runtime.carriedState.unknown.isEmpty }
  }

  @Test func aRestartIsNoWayAroundWhatAServerAskedFor() async {
    let before = CarriedState(
      epoch: 1, held: [CarriedState.Held(scope: "rest.a", remainingMS: 3_000, strikes: 2)])
    let bench = Bench(epoch: 2, carriedFromBefore: before)
    let runtime = bench.runtime
    let task = Task {
      try await runtime.limiter("rest.a").send { _ in RequestAnswer(1, status: 200) }
    }
    await eventually { runtime.queueHealth[0].depth == 1 }
    bench.clock.advance(by: 2_999)
    #expect(bench.limiter().sent == 0)
    bench.clock.advance(by: 1)
    _ = await task.result
    #expect(bench.limiter().succeeded == 1)
  }

  @Test func anotherEpochEndsWhatIsUnderWay() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    let dialled = Heard<Int>()
    let loop = Task {
      await runtime.keepConnected("ws.a") { attempt in
        attempt.opened()
        attempt.received()
        dialled.hear(attempt.number)
        try await Task.sleep(for: .seconds(600))
      }
    }
    let order = Task {
      try await runtime.limiter("rest.a").send(id: "o1") { _ in
        try await Task.sleep(for: .seconds(600))
        return RequestAnswer(0, status: 200)
      }
    }
    await eventually { dialled.values.count == 1 && bench.limiter().sent == 1 }
    runtime.restart(epoch: 2)
    await eventually { dialled.values.count == 2 }
    // The end of the first body is told, and too late.
    await eventually { bench.connection().stales == 1 }
    #expect(bench.connection().dials == 2 && bench.connection().retries == 0)
    let stale = try #require(bench.records("stale_retry_discarded").first)
    #expect((stale["details"] as? [String: Any])?["stale_epoch"] as? Int == 1)
    await #expect(throws: RequestFailure.self) { try await order.value }
    #expect(bench.limiter().unknown == 1)
    // The order's timeout, armed in the epoch before, fires late.
    bench.clock.advance(by: 10_000)
    #expect(bench.limiter().stales == 1)
    runtime.restart(epoch: 2)
    #expect(bench.connection().dials == 2)
    loop.cancel()
    await loop.value
  }

  @Test func tenThousandConnectionsDialAtTheVeryMillisecond() async throws {
    let description = ResilienceDescription(
      network: .init(component: "network", error: "PT-NET-001"),
      connections: (0..<10_000).map {
        ConnectionPolicy(
          "ws.n\($0)", component: "ws_client", unreachable: "PT-NET-001",
          interrupted: "PT-DATA-001")
      })
    let bench = Bench(description)
    var loops = description.connections.map {
      bench.runtime.reconnecting($0.scope).makeAsyncIterator()
    }
    var due: [Int64: Int] = [:]
    for place in loops.indices {
      try #require(await loops[place].next()).failed(.refused)
      let draw = Draw("ws.n\(place)|1|1")
      due[Delay.backoff(base: 500, cap: 30_000, attempt: 1, draw: draw, seed: 42), default: 0] += 1
    }
    var dials = 10_000
    for step: Int64 in stride(from: 0, to: 500, by: 25) {
      bench.clock.advance(by: 25)
      dials += (step + 1...step + 25).reduce(0) { $0 + due[$1, default: 0] }
      #expect(bench.runtime.counters.connections.reduce(0) { $0 + $1.counters.dials } == dials)
    }
    #expect(dials == 20_000)
  }

  @Test func aRealClockKeepsAConnection() async {
    let log = RecordLogger(
      catalog: .current, service: "engine",
      sink: KeptLog.with(MemorySink(capacity: 1), as: "resilience"), root: KeptLog.newRoot)
    let description = ResilienceDescription(
      network: .init(component: "network", error: "PT-NET-001"),
      connections: [
        ConnectionPolicy(
          "ws.a", component: "ws_client", baseMS: 2, capMS: 10, unreachable: "PT-NET-001",
          interrupted: "PT-DATA-001")
      ])
    let runtime = ResilienceRuntime(description, log: log)
    for await attempt in runtime.reconnecting("ws.a") {
      if attempt.number == 20 { break }
      attempt.failed(.unreachable)
    }
    #expect(runtime.counters.connections.first?.counters.dials == 21)
    #expect(runtime.status.condition == .offline)
  }

  @Test func aRuntimeThatNobodyHoldsGoes() async throws {
    weak var gone: ResilienceRuntime?
    let clock = VirtualClock()
    do {
      let bench = Bench(clock: clock)
      gone = bench.runtime
      for await attempt in bench.runtime.reconnecting("ws.a") {
        attempt.failed(.refused)
        break
      }
    }
    #expect(gone == nil)
    clock.advance(by: 60_000)
  }
}
