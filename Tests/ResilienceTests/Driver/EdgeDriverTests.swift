import CodebookRuntime
import ConformanceSupport
import Foundation
import PredictionTraderCatalog
import Resilience
import Synchronization
import Testing

/// What goes wrong where two things happen at once, and what a parent may give back.
@Suite(.timeLimit(.minutes(15))) struct EdgeDriverTests {
  /// A clock that wakes nobody.
  private final class DeafClock: ResilienceClock {
    private let time = Mutex<Int64>(0)

    func now() -> Int64 { time.withLock { $0 } }

    func call(
      at deadline: Int64, _ action: @escaping @Sendable () -> Void
    ) -> ScheduledCall { ScheduledCall {} }

    func set(_ now: Int64) { time.withLock { $0 = now } }
  }

  /// Runs its tasks' jobs when it is told to.
  private final class HeldExecutor: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])

    func enqueue(_ job: consuming ExecutorJob) {
      let job = UnownedJob(job)
      jobs.withLock { $0.append(job) }
    }

    func run() {
      while let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
        job.runSynchronously(on: asUnownedTaskExecutor())
      }
    }
  }

  private static func log(_ sink: MemorySink = MemorySink(capacity: 100)) -> RecordLogger {
    RecordLogger(
      catalog: .current, service: "engine", sink: KeptLog.with(sink, as: "resilience"),
      root: KeptLog.newRoot)
  }

  @Test func whatFliesIsToldOfBeforeItIsSent() async throws {
    let (clock, sends, early) = (VirtualClock(), Heard<Int>(), Heard<Int>())
    let runtime = ResilienceRuntime(
      .sample, log: Self.log(), clock: clock,
      carriedStateChanged: { carried in
        guard sends.values == [1], carried.unknown.first?.ids == ["o1"] else { return }
        Thread.sleep(forTimeInterval: 0.2)
        if sends.values.count > 1 { early.hear(2) }
      })
    let order = Task {
      try await runtime.limiter("rest.a").send(id: "o1") { attempt in
        sends.hear(attempt.number)
        return RequestAnswer(0, status: attempt.number == 1 ? 429 : 200)
      }
    }
    await eventually { runtime.counters.limiters.first?.counters.limited == 1 }
    clock.advance(by: 1_000)
    #expect(try await order.value == 0)
    #expect(sends.values == [1, 2] && early.values.isEmpty)
  }

  @Test func aBodyWhoseOwnTaskIsCancelledHasClosedTheConnection() async {
    let bench = Bench()
    let runtime = bench.runtime
    let dialled = Heard<Int>()
    let loop = Task {
      for await attempt in runtime.reconnecting("ws.a") {
        dialled.hear(attempt.number)
        if attempt.number > 0 { break }
        let body = Task {
          await attempt.run {
            attempt.opened()
            attempt.received()
            try await Task.sleep(for: .seconds(600))
          }
        }
        await eventually { bench.connection().opens == 1 }
        body.cancel()
        await body.value
      }
    }
    await eventually { bench.connection().retries == 1 }
    bench.clock.advance(by: 500)
    await eventually { dialled.values == [0, 1] }
    loop.cancel()
    await loop.value
  }

  @Test func anAttemptThatComesRightBeforeACancellationIsNotDialled() async {
    let (bench, executor) = (Bench(), HeldExecutor())
    let dialled = Heard<Int>()
    let loop = Task(executorPreference: executor) {
      for await attempt in bench.runtime.reconnecting("ws.a") {
        dialled.hear(attempt.number)
        attempt.failed(.refused)
      }
    }
    executor.run()
    #expect(dialled.values == [0])
    bench.clock.advance(by: 500)
    loop.cancel()
    executor.run()
    await loop.value
    #expect(dialled.values == [0] && bench.connection().retries == 1)
  }

  @Test func closingSendsNothingThatALimitHasHeldBack() async {
    let (clock, sends, unknown) = (DeafClock(), Heard<String>(), Heard<UnknownRequest>())
    let runtime = ResilienceRuntime(
      .sample, log: Self.log(), clock: clock, reconcile: { unknown.hear($0) })
    let orders = ["o1", "o2", "o3"].map { id in
      Task {
        try await runtime.limiter("rest.a").send(id: id) { _ in
          sends.hear(id)
          return RequestAnswer(0, status: 429)
        }
      }
    }
    await eventually { runtime.queueHealth[0].depth == 3 }
    let before = runtime.counters.limiters.first?.counters.sent
    clock.set(1_000_000)
    runtime.close()
    for order in orders { _ = await order.result }
    #expect(runtime.counters.limiters.first?.counters.sent == before)
    #expect(runtime.counters.limiters.first?.counters.unknown == 0 && unknown.values.isEmpty)
    #expect(Int64(sends.values.count) == before)
  }

  @Test func aRejectionHasTheCodeOfItsRecord() async throws {
    let bench = Bench(.sample(isCritical: true, attempts: 1))
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    for _ in 0..<2 {
      try #require(await attempts.next()).failed(.unreachable)
      bench.clock.advance(by: 1_000)
    }
    #expect(!bench.runtime.status.ordersAreOpen)
    for lane in ["orders", "none"] {
      do {
        _ = try await bench.runtime.limiter("rest.a").send(lane: lane) { _ in
          RequestAnswer(0, status: 200)
        }
        Issue.record("it was sent")
      } catch {
        #expect(bench.records("request_rejected").last?["error_code"] as? String == error.code)
      }
    }
  }

  @Test(arguments: [(Int64.max, Int64.max), (.min, .min), (0, .max), (0, -5)])
  func whateverAParentGivesBackNothingIsSentInATightLoop(
    _ remaining: Int64, _ strikes: Int64
  ) async throws {
    let held = ["rest.a", "ws.a"].map {
      CarriedState.Held(scope: $0, remainingMS: remaining, strikes: strikes)
    }
    let bench = Bench(epoch: 2, carriedFromBefore: CarriedState(epoch: 1, held: held))
    let runtime = bench.runtime
    let order = Task {
      try await runtime.limiter("rest.a").send { _ in RequestAnswer(0, status: 429) }
    }
    let loop = Task { await runtime.keepConnected("ws.a") { _ in throw Trouble() } }
    if remaining > 0 {
      await eventually { runtime.queueHealth[0].depth == 1 && bench.connection().retries == 1 }
      #expect(bench.limiter().sent == 0 && bench.connection().dials == 0)
    } else {
      await eventually { bench.limiter().limited == 1 && bench.connection().dials == 1 }
      #expect(bench.limiter().lastBackoffMS >= 250)
    }
    #expect(runtime.carriedState.held.allSatisfy { $0.remainingMS >= 0 && $0.strikes >= 0 })
    order.cancel()
    loop.cancel()
    _ = await (order.result, loop.value)
  }

  @Test func whatCouldNotBeFoundOutIsAskedByTheNextProcess() async {
    let sink = MemorySink(capacity: 10)
    // Of a scope that this program does not have any more.
    let unknown = CarriedState.Unknown(scope: "rest.gone", ids: ["o7", "o8"])
    let runtime = ResilienceRuntime(
      .sample, log: Self.log(sink), clock: VirtualClock(), epoch: 2,
      carried: CarriedState(epoch: 1, unknown: [unknown]),
      reconcile: { request in if request.id == "o7" { throw Trouble() } })
    await eventually { sink.lines.count == 1 && runtime.carriedState.unknown.first?.ids == ["o7"] }
    #expect(sink.lines.first?.contains("unexpected_error") == true)
  }

  @Test func aStatusStreamEndsWithItsRuntime() async {
    var runtime: ResilienceRuntime? = ResilienceRuntime(
      .sample, log: Self.log(), clock: VirtualClock())
    guard let stream = runtime?.statusChanges() else { return }
    runtime = nil
    let heard = Heard<ResilienceStatus.Condition>()
    let following = Task {
      for await status in stream { heard.hear(status.condition) }
      heard.hear(.offline)
    }
    await eventually { heard.values == [.normal, .offline] }
    following.cancel()
  }
}
