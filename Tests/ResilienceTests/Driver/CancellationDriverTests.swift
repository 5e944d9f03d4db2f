import CodebookRuntime
import ConformanceSupport
import PredictionTraderCatalog
import Resilience
import Testing

/// Whoever waits for a request may go at any time: nothing is sent for him any more, nobody is stuck
/// behind him, and he is told at once.
@Suite(.timeLimit(.minutes(15))) struct CancellationDriverTests {
  private func send(
    _ id: String, _ bench: Bench, safe: Bool = false, lane: String? = nil,
    _ body: @escaping @Sendable (RequestAttempt) async throws -> RequestAnswer<Int>
  ) -> Task<Int, any Error> {
    let runtime = bench.runtime
    return Task {
      try await runtime.limiter("rest.a").send(lane: lane, id: id, safe: safe, body)
    }
  }

  private func hang(_ attempt: RequestAttempt) async throws -> RequestAnswer<Int> {
    try await Task.sleep(for: .seconds(600))
    return RequestAnswer(0, status: 200)
  }

  private func failure(_ task: Task<Int, any Error>) async -> String {
    switch await task.result {
    case .success(let value): "\(value)"
    case .failure(RequestFailure.cancelled): "cancelled"
    case .failure(RequestFailure.unknown): "unknown"
    case .failure(let error): "\(error)"
    }
  }

  /// No request is left, and the next one is sent at once.
  private func isFree(_ bench: Bench) async throws {
    #expect(bench.runtime.queueHealth.allSatisfy { $0.depth == 0 && $0.flying == 0 })
    let value = try await bench.runtime.limiter("rest.a").send(id: "after") { _ in
      RequestAnswer(1, status: 200)
    }
    #expect(value == 1)
  }

  @Test func beforeItIsHandedOver() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await runtime.limiter("rest.a").send(id: "o1") { _ in
        RequestAnswer(0, status: 200)
      }
    }
    #expect(await failure(task) == "cancelled")
    #expect(bench.limiter().sent == 0 && bench.events.isEmpty)
    try await isFree(bench)
  }

  @Test func whileItWaitsForItsTurn() async throws {
    let bench = Bench(.sample(concurrency: 1))
    let first = send("o1", bench, hang)
    await eventually { bench.limiter().sent == 1 }
    let second = send("o2", bench, hang)
    await eventually { bench.runtime.queueHealth[0].depth == 1 }
    second.cancel()
    #expect(await failure(second) == "cancelled")
    #expect(bench.runtime.queueHealth[0].depth == 0)
    first.cancel()
    #expect(await failure(first) == "unknown")
    #expect(bench.limiter().sent == 1)
    try await isFree(bench)
  }

  @Test func whileItWaitsToBeSentAgain() async throws {
    let bench = Bench()
    let task = send("g1", bench, safe: true) { _ in RequestAnswer(0, status: 503) }
    await eventually { bench.limiter().retried == 1 }
    task.cancel()
    #expect(await failure(task) == "cancelled")
    bench.clock.advance(by: 86_400_000)
    #expect(bench.limiter().sent == 1)
    try await isFree(bench)
  }

  @Test func whileItsLimiterIsBlocked() async throws {
    let bench = Bench()
    let task = send("o1", bench) { _ in RequestAnswer(0, status: 429, retryAfter: "60") }
    await eventually { bench.limiter().limited == 1 }
    task.cancel()
    #expect(await failure(task) == "cancelled")
    bench.clock.advance(by: 86_400_000)
    #expect(bench.limiter().sent == 1)
    try await isFree(bench)
  }

  @Test func whileItFliesAndIsSafe() async throws {
    let bench = Bench(.sample(concurrency: 1))
    let first = send("g1", bench, safe: true, hang)
    await eventually { bench.limiter().sent == 1 }
    let second = send("g2", bench, safe: true) { _ in RequestAnswer(2, status: 200) }
    await eventually { bench.runtime.queueHealth[0].depth == 1 }
    first.cancel()
    #expect(await failure(first) == "cancelled")
    #expect(await failure(second) == "2")
    #expect(bench.unknown.values.isEmpty && bench.limiter().stales == 0)
    try await isFree(bench)
  }

  @Test func whileItFliesAndIsNotSafe() async throws {
    let bench = Bench()
    let ended = Heard<Bool>()
    let task = send("o1", bench) { attempt in
      defer { ended.hear(Task.isCancelled) }
      return try await hang(attempt)
    }
    await eventually { bench.limiter().sent == 1 }
    task.cancel()
    #expect(await failure(task) == "unknown")
    await eventually { bench.unknown.values == [UnknownRequest(scope: "rest.a", id: "o1")] }
    await eventually { ended.values.allSatisfy { $0 } }
    #expect(bench.records("request_outcome_unknown").count == 1)
    try await isFree(bench)
  }

  @Test func whileItIsTheProbe() async throws {
    let bench = Bench()
    let first = send("o1", bench) { attempt in
      if attempt.number > 1 { return try await hang(attempt) }
      return RequestAnswer(0, status: 429)
    }
    await eventually { bench.limiter().limited == 1 }
    bench.clock.advance(by: bench.limiter().lastBackoffMS)
    await eventually { bench.limiter().sent == 2 }
    let second = send("o2", bench) { _ in RequestAnswer(2, status: 200) }
    await eventually { bench.runtime.queueHealth[0].depth == 1 }
    first.cancel()
    #expect(await failure(first) == "unknown")
    // The next one is the probe now.
    #expect(await failure(second) == "2")
    #expect(bench.events.last == "rate_limit_lifted")
    try await isFree(bench)
  }

  @Test func whenTheRuntimeIsClosed() async {
    let bench = Bench(.sample(concurrency: 1))
    let runtime = bench.runtime
    let tasks = (1...3).map { send("o\($0)", bench, hang) }
    await eventually { bench.runtime.queueHealth[0].depth == 2 }
    runtime.close()
    var ends: [String] = []
    for task in tasks { ends.append(await failure(task)) }
    #expect(ends.sorted() == ["cancelled", "cancelled", "unknown"])
    #expect(bench.limiter().sent == 1)
    #expect(await failure(send("o9", bench, hang)) == "cancelled")
    for await _ in runtime.reconnecting("ws.a") { Issue.record("an attempt") }
    for await status in runtime.statusChanges() { #expect(status.condition == .normal) }
    bench.clock.advance(by: 86_400_000)
    #expect(bench.limiter().sent == 1)
  }

  @Test func manyAtOnceOnARealClock() async {
    let log = RecordLogger(
      catalog: .current, service: "engine",
      sink: KeptLog.with(MemorySink(capacity: 1), as: "resilience"), root: KeptLog.newRoot)
    let runtime = ResilienceRuntime(
      .sample(concurrency: 8, capacity: 10_000, timeoutMS: 600_000), log: log, seed: 1,
      reconcile: { _ in })
    let words = await withTaskGroup(of: String.self) { group in
      for number in 0..<600 {
        group.addTask {
          await Self.word(number, runtime)
        }
      }
      return await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    }
    #expect(words.values.reduce(0, +) == 600)
    #expect(words["succeeded", default: 0] >= 200)
    #expect(runtime.queueHealth.allSatisfy { $0.depth == 0 && $0.flying == 0 })
    runtime.close()
  }

  /// Sends a request that succeeds, breaks off or is cancelled sooner or later.
  private static func word(_ number: Int, _ runtime: ResilienceRuntime) async -> String {
    let task = Task {
      try await runtime.limiter("rest.a").send(
        lane: number % 2 == 0 ? "orders" : "cancels", safe: number % 5 == 0
      ) { _ in
        if number % 7 == 0 { throw Trouble() }
        try await Task.sleep(for: .microseconds(number % 11 * 100))
        return RequestAnswer(number, status: 200)
      }
    }
    if number % 3 == 0 {
      try? await Task.sleep(for: .microseconds(number % 13 * 300))
      task.cancel()
    }
    switch await task.result {
    case .success: return "succeeded"
    case .failure(RequestFailure.cancelled): return "cancelled"
    case .failure(RequestFailure.unknown): return "unknown"
    case .failure(RequestFailure.failed): return "failed"
    case .failure(let error): return "\(error)"
    }
  }
}
