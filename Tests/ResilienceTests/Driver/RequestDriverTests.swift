import CodebookRuntime
import Foundation
import Resilience
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(15))) struct RequestDriverTests {
  private typealias Failure = RequestFailure

  /// What became of a request, in one word.
  private func word(_ task: Task<Int, any Error>) async -> String {
    switch await task.result {
    case .success(let value): "\(value)"
    case .failure(RequestFailure.rejected(let reason, _)): reason.rawValue
    case .failure(RequestFailure.throttled): "throttled"
    case .failure(RequestFailure.failed): "failed"
    case .failure(RequestFailure.unknown): "unknown"
    case .failure(RequestFailure.cancelled): "cancelled"
    case .failure(let error): "\(error)"
    }
  }

  /// A server that answers when it is told to.
  private final class Server: Sendable {
    private struct State {
      var sends: [String] = []
      var waiting: [String: CheckedContinuation<RequestAnswer<Int>, any Error>] = [:]
    }

    private let state = Mutex(State())

    var sends: [String] { state.withLock { $0.sends } }

    /// Waits for the answer; looks at no cancellation.
    func body(_ attempt: RequestAttempt) async throws -> RequestAnswer<Int> {
      try await withCheckedThrowingContinuation { continuation in
        state.withLock { state in
          let name = "\(attempt.id)/\(attempt.number)"
          state.waiting[name] = continuation
          state.sends.append(name)
        }
      }
    }

    func answer(_ name: String, _ answer: RequestAnswer<Int>) {
      let waiting = state.withLock { $0.waiting.removeValue(forKey: name) }
      #expect(waiting != nil, "nobody waits as \(name)")
      waiting?.resume(returning: answer)
    }

    func fail(_ name: String, _ error: any Error) {
      let waiting = state.withLock { $0.waiting.removeValue(forKey: name) }
      #expect(waiting != nil, "nobody waits as \(name)")
      waiting?.resume(throwing: error)
    }
  }

  private func send(
    _ id: String, _ bench: Bench, _ server: Server, lane: String? = nil, safe: Bool = false
  ) -> Task<Int, any Error> {
    let runtime = bench.runtime
    return Task {
      try await runtime.limiter("rest.a").send(lane: lane, id: id, safe: safe, server.body)
    }
  }

  @Test(arguments: [200, 204, 302, 404]) func aFinalAnswerIsGivenBack(status: Int) async throws {
    let bench = Bench()
    let value = try await bench.runtime.limiter("rest.a").send { attempt in
      #expect(attempt.number == 1 && attempt.scope == "rest.a")
      return RequestAnswer(attempt.id, status: status)
    }
    #expect(value == "1.1")
    #expect(bench.limiter().sent == 1)
    #expect(bench.limiter().succeeded == (status < 300 ? 1 : 0))
    #expect(bench.events.isEmpty)
  }

  @Test func afterALimitItIsSentAgainWhenTheServerAllows() async {
    let (bench, server) = (Bench(), Server())
    let task = send("o1", bench, server)
    await eventually { server.sends == ["o1/1"] }
    server.answer("o1/1", RequestAnswer(0, status: 429, retryAfter: "2"))
    await eventually { bench.limiter().limited == 1 }
    #expect(bench.runtime.status == ResilienceStatus(condition: .limited, codes: ["PT-HTTP-429"]))
    let second = send("o2", bench, server)
    bench.clock.advance(by: 1_999)
    #expect(server.sends == ["o1/1"])
    bench.clock.advance(by: 251)
    await eventually { server.sends.count == 2 }
    #expect(server.sends == ["o1/1", "o1/2"])
    server.answer("o1/2", RequestAnswer(7, status: 200))
    await eventually { server.sends.count == 3 }
    server.answer("o2/1", RequestAnswer(8, status: 200))
    #expect(await word(task) == "7")
    #expect(await word(second) == "8")
    #expect(bench.events == ["rate_limited", "rate_limit_lifted"])
  }

  @Test func aDateIsReadOnceAndTheWallClockMayStep() async {
    let (bench, server) = (Bench(), Server())
    let task = send("o1", bench, server)
    await eventually { server.sends.count == 1 }
    // Ten seconds from now, and there is no Date to hold it against.
    server.answer(
      "o1/1", RequestAnswer(0, status: 429, retryAfter: "Fri, 09 Jan 2026 18:07:10 GMT"))
    await eventually { bench.limiter().limited == 1 }
    bench.clock.stepWall(by: 3_600_000)
    bench.clock.advance(by: 9_999)
    bench.clock.stepWall(by: -7_200_000)
    #expect(server.sends == ["o1/1"])
    bench.clock.advance(by: 251)
    await eventually { server.sends == ["o1/1", "o1/2"] }
    server.answer("o1/2", RequestAnswer(7, status: 200))
    #expect(await word(task) == "7")
  }

  @Test func whatIsLimitedTooOftenIsGivenUp() async {
    let bench = Bench()
    let runtime = bench.runtime
    let task = Task {
      try await runtime.limiter("rest.a").send(id: "o1") { _ in RequestAnswer(0, status: 429) }
    }
    for number: Int64 in 1...3 {
      await eventually { bench.limiter().limited == number }
      bench.clock.advance(by: bench.limiter().lastBackoffMS)
    }
    #expect(await word(task) == "throttled")
    #expect(bench.limiter().sent == 4)
    #expect(bench.records("request_failed").count == 1)
  }

  @Test func whatIsSafeIsSentAgain() async {
    let (bench, server) = (Bench(), Server())
    let task = send("g1", bench, server, safe: true)
    await eventually { server.sends.count == 1 }
    server.fail("g1/1", Trouble())
    await eventually { bench.limiter().retried == 1 }
    bench.clock.advance(by: 500)
    await eventually { server.sends.count == 2 }
    server.answer("g1/2", RequestAnswer(0, status: 503, retryAfter: "30"))
    await eventually { bench.limiter().retried == 2 }
    bench.clock.advance(by: 29_999)
    #expect(server.sends.count == 2)
    bench.clock.advance(by: 251)
    await eventually { server.sends.count == 3 }
    server.answer("g1/3", RequestAnswer(9, status: 200))
    #expect(await word(task) == "9")
    #expect(bench.unknown.values.isEmpty)
  }

  @Test func whatIsSafeAndFailsTooOftenTellsTheLastError() async {
    let bench = Bench(.sample(sends: 1))
    do {
      _ = try await bench.runtime.limiter("rest.a").send(safe: true) {
        _ -> RequestAnswer<Int> in throw Trouble()
      }
      Issue.record("it did not fail")
    } catch {
      guard case .failed(let code, let underlying) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(code == "PT-NET-001" && error.code == code && underlying is Trouble)
    }
  }

  @Test func anOrderThatBreaksOffIsNeverSentAgain() async {
    let (bench, server) = (Bench(), Server())
    let task = send("o1", bench, server)
    await eventually { server.sends.count == 1 }
    server.fail("o1/1", Trouble())
    #expect(await word(task) == "unknown")
    await eventually { bench.unknown.values == [UnknownRequest(scope: "rest.a", id: "o1")] }
    bench.clock.advance(by: 86_400_000)
    #expect(server.sends == ["o1/1"])
  }

  @Test func anOrderThatNeverLeftIsSentAgain() async {
    let (bench, server) = (Bench(), Server())
    let task = send("o1", bench, server)
    await eventually { server.sends.count == 1 }
    server.fail("o1/1", RequestNotSent(Trouble()))
    await eventually { bench.limiter().retried == 1 }
    #expect(bench.runtime.status.condition == .offline)
    bench.clock.advance(by: 500)
    await eventually { server.sends.count == 2 }
    server.answer("o1/2", RequestAnswer(4, status: 200))
    #expect(await word(task) == "4")
    #expect(bench.runtime.status.condition == .normal)
  }

  @Test func aBodyThatHangsHoldsUpNobody() async {
    let (bench, server) = (Bench(), Server())
    let order = send("o1", bench, server)
    let query = send("g1", bench, server, safe: true)
    await eventually { server.sends.count == 2 }
    bench.clock.advance(by: 10_000)
    #expect(await word(order) == "unknown")
    bench.clock.advance(by: 500)
    await eventually { server.sends.count == 3 }
    server.answer("g1/2", RequestAnswer(2, status: 200))
    #expect(await word(query) == "2")
    // What comes too late does nothing, and is told of where it is an answer.
    server.answer("o1/1", RequestAnswer(5, status: 200))
    server.fail("g1/1", Trouble())
    await eventually { bench.limiter().stales == 1 }
    #expect(bench.limiter().succeeded == 1)
  }

  @Test func aHangIsCancelled() async {
    let bench = Bench()
    let runtime = bench.runtime
    let cancelled = Heard<Int>()
    let task = Task {
      try await runtime.limiter("rest.a").send(id: "g1", safe: true) { attempt in
        do {
          if attempt.number == 1 { try await Task.sleep(for: .seconds(600)) }
        } catch {
          cancelled.hear(attempt.number)
          throw error
        }
        return RequestAnswer(attempt.number, status: 200)
      }
    }
    await eventually { bench.limiter().sent == 1 }
    bench.clock.advance(by: 10_000)
    await eventually { bench.limiter().retried == 1 && cancelled.values == [1] }
    bench.clock.advance(by: 500)
    #expect(await word(task) == "2")
    #expect(bench.limiter().stales == 0)
  }

  @Test func whatIsNotTakenSaysWhy() async {
    let bench = Bench(.sample(concurrency: 1, capacity: 1))
    let server = Server()
    let first = send("o1", bench, server)
    await eventually { server.sends.count == 1 }
    #expect(await word(send("o1", bench, server)) == "duplicate")
    #expect(await word(send("o9", bench, server, lane: "none")) == "duplicate")
    let second = send("o2", bench, server)
    await eventually { bench.runtime.queueHealth.first?.depth == 1 }
    #expect(await word(send("o3", bench, server)) == "full")
    let other = send("o4", bench, server, lane: "orders")
    await eventually { bench.runtime.queueHealth.map(\.depth) == [1, 1, 0] }
    server.answer("o1/1", RequestAnswer(1, status: 200))
    await eventually { server.sends.count == 2 }
    server.answer("o2/1", RequestAnswer(2, status: 200))
    await eventually { server.sends.count == 3 }
    server.answer("o4/1", RequestAnswer(4, status: 200))
    #expect(await [word(first), word(second), word(other)] == ["1", "2", "4"])
    #expect(bench.records("request_rejected").count == 3)
  }

  @Test func anIDMayBeUsedAgainOnceItsRequestIsOver() async {
    let bench = Bench()
    let server = Server()
    for number in 1...3 {
      let task = send("o1", bench, server)
      await eventually { server.sends.count == number }
      server.answer("o1/1", RequestAnswer(number, status: 200))
      #expect(await word(task) == "\(number)")
    }
    #expect(bench.runtime.queueHealth.allSatisfy { $0.flying == 0 } && bench.events.isEmpty)
  }

  @Test func aBanParksTheVenueUntilSomebodyUnparksIt() async {
    let (bench, server) = (Bench(), Server())
    let runtime = bench.runtime
    let first = send("o1", bench, server)
    await eventually { server.sends.count == 1 }
    server.answer("o1/1", RequestAnswer(0, status: 418))
    #expect(await word(first) == "throttled")
    #expect(await word(send("o2", bench, server)) == "parked")
    await #expect(throws: RequestFailure.self) {
      try await runtime.limiter("rest.b").send { _ in RequestAnswer(0, status: 200) }
    }
    #expect(runtime.status.condition == .degraded && !runtime.status.ordersAreOpen)
    runtime.unpark("rest.a")
    let third = send("o3", bench, server)
    await eventually { server.sends.count == 2 }
    server.answer("o3/1", RequestAnswer(3, status: 200))
    #expect(await word(third) == "3")
  }

  @Test func ordersAreClosedWhileACriticalConnectionIsExhausted() async throws {
    let bench = Bench(.sample(isCritical: true, attempts: 1))
    let server = Server()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    for _ in 0..<2 {
      try #require(await attempts.next()).failed(.refused)
      bench.clock.advance(by: 500)
    }
    #expect(bench.runtime.status.condition == .suspended)
    let order = send("o1", bench, server, lane: "orders")
    do {
      _ = try await order.value
      Issue.record("it was taken")
    } catch RequestFailure.rejected(let reason, let code) {
      #expect(reason == .gated && code == "PT-NET-001")
    }
    let cancel = send("c1", bench, server, lane: "cancels")
    await eventually { server.sends == ["c1/1"] }
    server.answer("c1/1", RequestAnswer(1, status: 200))
    #expect(await word(cancel) == "1")
  }
}
