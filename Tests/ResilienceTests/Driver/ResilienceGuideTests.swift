import CodebookRuntime
import ConformanceSupport
import PredictionTraderCatalog
import Resilience
import Testing

/// What docs/resilience.md shows, as it stands there.
@Suite(.timeLimit(.minutes(15))) struct ResilienceGuideTests {
  /// A feed that hangs up after each message.
  private struct Socket: AsyncSequence {
    typealias Element = String
    func makeAsyncIterator() -> AsyncStream<String>.Iterator {
      AsyncStream { continuation in
        continuation.yield("0.61")
        continuation.finish()
      }.makeAsyncIterator()
    }
  }

  private static let connect: @Sendable () async throws -> Socket = { Socket() }

  private static func log() -> Log {
    Log(
      logger: RecordLogger(
        catalog: .current, service: Service.engine.rawValue,
        sink: KeptLog.with(MemorySink(capacity: 100), as: "guide"), root: KeptLog.newRoot))
  }

  @Test func aConnection() async {
    let clock = VirtualClock()
    let log = Self.log()
    let connect = Self.connect
    let prices = Heard<String>()
    let runtime = ResilienceRuntime(.current, log: log.logger, clock: clock)
    let task = Task {
      await runtime.keepConnected("ws.market_data") { attempt in
        let socket = try await connect()
        attempt.opened()
        for await price in socket {
          attempt.received()
          prices.hear(price)
        }
      }
    }
    for count in 1...3 {
      await eventually { prices.values.count == count }
      await eventually { runtime.counters.connections.first?.counters.retries == Int64(count) }
      clock.advance(by: 2_000)
    }
    task.cancel()
    await task.value
  }

  @Test func aLoop() async {
    let clock = VirtualClock()
    let runtime = ResilienceRuntime(.current, log: Self.log().logger, clock: clock)
    let connect = Self.connect
    var numbers: [Int] = []
    for await attempt in runtime.reconnecting("ws.market_data") {
      numbers.append(attempt.number)
      await attempt.run {
        _ = try await connect()
        throw ConnectionFailure(.rateLimited, retryAfter: "120")
      }
      if attempt.number == 1 { break }
      clock.advance(by: 121_000)
    }
    #expect(numbers == [0, 1])
  }

  private struct Response: Sendable {
    let body: String
    let status: Int
    let headers: [String: String]
  }

  private struct Client: Sendable {
    func post(_ path: String, _ order: String) async throws -> Response {
      Response(body: "\(path) \(order)", status: 201, headers: [:])
    }
  }

  @Test func aRequest() async throws {
    let log = Self.log()
    let client = Client()
    let order = "A-1"
    let ask: @Sendable (UnknownRequest) async -> Void = { _ in }
    // No time passes on it: a busy machine must not make the request late.
    let clock = VirtualClock()
    let runtime = ResilienceRuntime(.current, log: log.logger, clock: clock, reconcile: ask)
    func place(_ id: String) async throws(RequestFailure) -> String {
      let orders = runtime.limiter("rest.orders")
      return try await orders.send(lane: "orders", id: id) { attempt in
        let response = try await client.post("/orders", attempt.id)
        return RequestAnswer(
          response.body, status: response.status,
          retryAfter: response.headers["Retry-After"], date: response.headers["Date"])
      }
    }
    #expect(try await place(order) == "/orders A-1")
  }

  @Test func status() async throws {
    let clock = VirtualClock()
    let runtime = ResilienceRuntime(.current, log: Self.log().logger, clock: clock)
    let shown = Heard<String>()
    let show: @Sendable (ResilienceStatus.Condition, [String]) -> Void = {
      shown.hear("\($0) \($1)")
    }
    let following = Task {
      for await status in runtime.statusChanges() {
        show(status.condition, status.codes)
      }
    }
    await eventually { shown.values == ["normal []"] }
    runtime.pathChanged(isUp: false)
    await eventually { shown.values.last == #"offline ["PT-NET-001"]"# }
    runtime.close()
    await following.value
  }

  @Test func afterARestart() async throws {
    let tell = Heard<CarriedState>()
    let log = Self.log()
    let (clock, later) = (VirtualClock(), VirtualClock(now: 77))
    let runtime = ResilienceRuntime(
      .current, log: log.logger, clock: clock, epoch: 1,
      carriedStateChanged: { carried in tell.hear(carried) })
    let sending = Task {
      try await runtime.limiter("rest.orders").send(lane: "orders") { _ in
        RequestAnswer(0, status: 429, retryAfter: "60")
      }
    }
    await eventually { tell.values.last?.held.first?.scope == "rest.orders" }
    let carried = try #require(tell.values.last)
    runtime.close()
    _ = await sending.result
    let next = ResilienceRuntime(
      .current, log: log.logger, clock: later, epoch: 2, carried: carried)
    #expect(next.status.condition == .limited)
  }

  @Test func delaysGrow() async throws {
    let clock = VirtualClock()
    let log = Log(service: .engine, sink: MemorySink(capacity: 100))
    let runtime = ResilienceRuntime(.current, log: log.logger, clock: clock, seed: 42)
    var attempts = runtime.reconnecting("ws.market_data").makeAsyncIterator()
    var times: [Int64] = []
    while clock.now() < 6_000 {
      let attempt = try #require(await attempts.next())
      times.append(clock.now())
      attempt.failed(.unreachable)
      clock.advance(to: try #require(clock.nextDeadline))
    }
    #expect(times == [0, 429, 1_399, 2_975])
  }
}
