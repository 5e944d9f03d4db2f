import CodebookRuntime
import Foundation
import Resilience
import Testing

@Suite(.timeLimit(.minutes(15))) struct CorrelationDriverTests {
  private func correlations(_ records: [[String: Any]]) -> [String] {
    records.compactMap { $0["correlation_id"] as? String }
  }

  @Test func eachTimeOfTroubleHasACorrelationOfItsOwn() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    for run in 0..<2 {
      let first = try #require(await attempts.next())
      #expect(first.context == nil && first.number == 0 || run > 0)
      first.opened()
      first.received()
      bench.clock.advance(by: 30_000)
      first.failed()
      bench.clock.advance(by: 500)
      let second = try #require(await attempts.next())
      second.opened()
      second.received()
      let context = try #require(second.context)
      let ids = correlations(bench.records.suffix(2))
      #expect(ids == [context, context].map(\.correlationID.description))
      bench.clock.advance(by: 30_000)
      second.failed()
      bench.clock.advance(by: 500)
    }
    let ids = correlations(bench.records("reconnected"))
    #expect(ids.count == 3 && Set(ids).count == 3)
    #expect(!ids.contains(bench.log.currentContext.correlationID.description))
  }

  @Test func whatABodyLogsBelongsToItsTimeOfTrouble() async {
    let bench = Bench()
    let (runtime, log) = (bench.runtime, bench.log)
    let task = Task {
      await CorrelationContext.withNew {
        await runtime.keepConnected("ws.a") { attempt in
          log.record(
            LogRecord(
              level: "INFO", severity: 9, component: "ws_client", event: "dialling",
              message: "Dialling"))
          attempt.failed(.refused)
          await attempt.closed()
        }
      }
    }
    for number: Int64 in 1...2 {
      await eventually { bench.connection().retries == number }
      bench.clock.advance(by: 2_000)
    }
    await eventually { bench.records("dialling").count == 3 }
    task.cancel()
    await task.value
    let dials = bench.records("dialling")
    let run = correlations(bench.records("reconnect_scheduled")).first
    #expect(correlations(dials).dropFirst().allSatisfy { $0 == run })
    #expect(correlations(dials).first != run)
    let spans = dials.dropFirst().compactMap { $0["span_id"] as? String }
    #expect(Set(spans).count == 2)
  }

  @Test func anOutageHasACorrelationOfItsOwn() async throws {
    let bench = Bench()
    var attempts = bench.runtime.reconnecting("ws.a").makeAsyncIterator()
    try #require(await attempts.next()).failed(.unreachable)
    bench.clock.advance(by: 500)
    try #require(await attempts.next()).opened()
    let outage = correlations(
      bench.records("network_unreachable") + bench.records("network_recovered"))
    #expect(outage.count == 2 && Set(outage).count == 1)
    #expect(!correlations(bench.records("reconnect_scheduled")).contains(outage[0]))
  }

  @Test func theRecordsOfARequestBelongToItsSender() async throws {
    let bench = Bench()
    let (runtime, log) = (bench.runtime, bench.log)
    let action = CorrelationContext.new().newSpan()
    let task = Task {
      try await action.run {
        try await runtime.limiter("rest.a").send(id: "o1", safe: true) { attempt in
          log.record(
            LogRecord(
              level: "INFO", severity: 9, component: "rest_client", event: "sending",
              message: "Sending"))
          return RequestAnswer(attempt.number, status: attempt.number < 3 ? 503 : 200)
        }
      }
    }
    for number: Int64 in 1...2 {
      await eventually { bench.limiter().retried == number }
      bench.clock.advance(by: 2_000)
    }
    #expect(try await task.value == 3)
    let all = bench.records
    #expect(correlations(all).allSatisfy { $0 == action.correlationID.description })
    let sends = bench.records("sending").compactMap { $0["span_id"] as? String }
    #expect(sends.count == 3 && Set(sends).count == 3)
    #expect(!sends.contains(try #require(action.spanID).description))
    let retries = bench.records("request_retry_scheduled")
    #expect(
      retries.count == 2
        && retries.allSatisfy { $0["span_id"] as? String == action.spanID?.description })
  }

  @Test func aRejectionBelongsToItsOwnSenderAndNotToTheFirstOfThatID() async throws {
    let bench = Bench()
    let runtime = bench.runtime
    let first = Task {
      try await CorrelationContext.withNew {
        try await runtime.limiter("rest.a").send(id: "o1") { _ in
          try await Task.sleep(for: .seconds(600))
          return RequestAnswer(0, status: 200)
        }
      }
    }
    await eventually { bench.limiter().sent == 1 }
    let second = CorrelationContext.new()
    await #expect(throws: RequestFailure.self) {
      try await second.run {
        try await runtime.limiter("rest.a").send(id: "o1") { _ in RequestAnswer(0, status: 200) }
      }
    }
    #expect(
      correlations(bench.records("request_rejected")) == [second.correlationID.description])
    first.cancel()
    _ = await first.result
  }
}
