import CodebookRuntime
import ConformanceSupport
import Foundation
import PredictionTraderCatalog
@testable import Resilience
import Synchronization
import Testing

/// A runtime on a clock that stands still, and all that it wrote.
struct Bench {
  let clock: VirtualClock
  let sink = MemorySink(capacity: 10_000)
  let log: RecordLogger
  let runtime: ResilienceRuntime
  let unknown = Heard<UnknownRequest>()
  let carried = Heard<CarriedState>()

  init(
    _ description: ResilienceDescription = .sample, seed: UInt64 = 42, epoch: Int64 = 1,
    carriedFromBefore: CarriedState? = nil, clock: VirtualClock = VirtualClock()
  ) {
    self.clock = clock
    log = RecordLogger(
      catalog: .current, service: "engine", sink: KeptLog.with(sink, as: "resilience"), severity: 1,
      root: KeptLog.newRoot)
    let (unknown, carried) = (unknown, carried)
    runtime = ResilienceRuntime(
      description, log: log, clock: clock, seed: seed, epoch: epoch, carried: carriedFromBefore,
      carriedStateChanged: { carried.hear($0) }, reconcile: { unknown.hear($0) })
  }

  /// The records so far, as objects.
  var records: [[String: Any]] {
    sink.lines.compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
    }
  }

  /// The events so far.
  var events: [String] { records.compactMap { $0["event"] as? String } }

  /// The records of an event.
  func records(_ event: String) -> [[String: Any]] {
    records.filter { $0["event"] as? String == event }
  }

  /// The backoffs of an event's records.
  func backoffs(_ event: String) -> [Int] {
    records(event).compactMap { $0["backoff_ms"] as? Int }
  }

  func connection(_ scope: String = "ws.a") -> ConnectionCounters {
    runtime.counters.connections.first { $0.scope == scope }?.counters ?? ConnectionCounters()
  }

  func limiter(_ scope: String = "rest.a") -> LimiterCounters {
    runtime.counters.limiters.first { $0.scope == scope }?.counters ?? LimiterCounters()
  }
}

/// Values that closures were called with.
final class Heard<Value: Sendable>: Sendable {
  private let state = Mutex<[Value]>([])

  var values: [Value] { state.withLock { $0 } }

  func hear(_ value: Value) {
    state.withLock { $0.append(value) }
  }
}

struct Trouble: Error {}

/// Waits until something is the case that other tasks bring about.
func eventually(
  _ what: Comment = "it did not come about", at location: SourceLocation = #_sourceLocation,
  _ condition: () -> Bool
) async {
  // Other suites keep the pool's threads waiting for processes, for minutes on a small machine.
  let deadline = ContinuousClock.now + .seconds(600)
  while !condition() {
    if ContinuousClock.now > deadline {
      Issue.record(what, sourceLocation: location)
      return
    }
    try? await Task.sleep(for: .milliseconds(1))
  }
}

extension ResilienceDescription {
  /// One connection, and two limiters of one venue.
  static let sample = sample()

  static func sample(
    isCritical: Bool = false, attempts: Int64 = 0, idleMS: Int64 = 0, concurrency: Int = 2,
    capacity: Int = 8, sends: Int = 4, timeoutMS: Int64 = 10_000
  ) -> ResilienceDescription {
    ResilienceDescription(
      network: Network(component: "network", error: "PT-NET-001"),
      events: [
        .scheduled: "reconnect_scheduled", .live: "reconnected",
        .degraded: "degraded_mode_entered", .recovered: "degraded_mode_left",
        .exhausted: "retry_budget_exhausted", .stale: "stale_retry_discarded",
        .unreachable: "network_unreachable", .reachable: "network_recovered",
        .blocked: "rate_limited", .released: "rate_limit_lifted", .parked: "rate_limit_parked",
        .retrying: "request_retry_scheduled", .throttled: "request_failed",
        .failed: "request_abandoned", .unknown: "request_outcome_unknown",
        .rejected: "request_rejected",
      ],
      connections: [
        ConnectionPolicy(
          "ws.a", component: "ws_client", isCritical: isCritical, idleMS: idleMS, drops: 5,
          windowMS: 60_000, attempts: attempts, unreachable: "PT-NET-001",
          interrupted: "PT-DATA-001")
      ],
      limiters: [
        LimiterPolicy(
          "rest.a", component: "rest_client", venue: "v", attempts: sends, timeoutMS: timeoutMS,
          concurrency: concurrency,
          lanes: [
            LanePolicy("cancels", capacity: capacity, share: 3),
            LanePolicy("orders", capacity: capacity, isGated: true),
          ], rateLimited: "PT-HTTP-429", failed: "PT-NET-001"),
        LimiterPolicy(
          "rest.b", component: "rest_client", venue: "v", rateLimited: "PT-HTTP-429",
          failed: "PT-NET-001"),
      ])
  }
}
