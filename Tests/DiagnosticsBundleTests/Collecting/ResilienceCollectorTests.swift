import CodebookRuntime
import Resilience
import Testing

@testable import DiagnosticsBundle

@Suite struct ResilienceCollectorTests {
  private static let description = ResilienceDescription(
    network: .init(component: "network", error: "PT-NET-001"),
    connections: ["ws.a", "ws.b"].map {
      ConnectionPolicy(
        $0, component: "ws_client", unreachable: "PT-NET-001", interrupted: "PT-DATA-001")
    },
    limiters: ["rest.a", "rest.b"].map {
      LimiterPolicy(
        $0, component: "rest_client", attempts: 1, rateLimited: "PT-HTTP-429",
        failed: "PT-NET-001")
    })

  private func runtime(_ clock: VirtualClock) -> ResilienceRuntime {
    let log = RecordLogger(
      catalog: SampleCatalog.catalog, service: "engine", sink: MemorySink(capacity: 1))
    return ResilienceRuntime(Self.description, log: log, clock: clock, seed: 42)
  }

  @Test func nothingWasCountedAtFirst() async throws {
    let part = try await ResilienceCollector(of: runtime(VirtualClock())).collect()
    #expect(part.reconnects?.map(\.scope) == ["ws.a", "ws.b"])
    let reconnects = try #require(part.reconnects)
    #expect(reconnects.map(\.attempts) == [0, 0] && reconnects.map(\.successes) == [0, 0])
    #expect(part.backoff?.isEmpty == true)
    #expect(part.rateLimits?.map(\.count) == [0, 0])
    #expect(part.since == nil && part.config == nil)
  }

  @Test func countersAreThoseOfTheRuntime() async throws {
    let clock = VirtualClock()
    let runtime = runtime(clock)
    var attempts = runtime.reconnecting("ws.b").makeAsyncIterator()
    for _ in 0..<2 {
      try #require(await attempts.next()).failed(.refused)
      clock.advance(by: 2_000)
    }
    let attempt = try #require(await attempts.next())
    attempt.opened()
    attempt.received()
    for _ in 0..<3 {
      await #expect(throws: RequestFailure.self) {
        try await runtime.limiter("rest.a").send { _ in
          RequestAnswer(0, status: 429, retryAfter: "60")
        }
      }
      clock.advance(by: 60_250)
    }
    let since = Timestamp(milliseconds: 1_767_982_020_000)
    let collector = ResilienceCollector("engine", of: runtime, since: since)
    #expect(collector.name == "engine")
    let part = try await collector.collect()
    #expect(part.since == since)
    #expect(
      part.reconnects == [
        ReconnectCount(scope: "ws.a", attempts: 0, successes: 0),
        ReconnectCount(scope: "ws.b", attempts: 2, successes: 1),
      ])
    let draw = Draw("ws.b|1|2")
    let second = Delay.backoff(base: 500, cap: 30_000, attempt: 2, draw: draw, seed: 42)
    let backoff = try #require(part.backoff)
    #expect(backoff.map(\.scope) == ["ws.b", "rest.a"])
    #expect(backoff.first?.backoffMilliseconds == Int(second))
    #expect((60_000...60_250).contains(backoff[1].backoffMilliseconds))
    #expect(
      part.rateLimits == [
        RateLimitCount(scope: "rest.a", count: 3), RateLimitCount(scope: "rest.b", count: 0),
      ])
    #expect(try BundlePart(json: part.json()).reconnects == part.reconnects)
  }
}
