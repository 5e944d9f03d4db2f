import CodebookRuntime
import Resilience
import Testing

/// Ten thousand scopes at once.
struct ManyScopesTests {
  /// Each scope's dials are those that it would have alone: no timer is late, and none draws what
  /// another should.
  @Test func tenThousandScopesDoNotDrift() throws {
    let policies = (0..<10_000).map { number in
      ConnectionPolicy(
        "ws.feed_\(number)", component: "ws_client", dialMS: 1000, unreachable: "PT-NET-001",
        interrupted: "PT-DATA-001")
    }
    let description = ResilienceDescription(
      network: ResilienceDescription.Network(component: "network", error: "PT-NET-001"),
      connections: policies)
    let steps = policies.map { #"{"t":0,"start":"\#($0.scope)"}"# } + [#"{"t":20000,"path":"up"}"#]
    let timeline = try Timeline(json: #"{"seed":7,"steps":[\#(steps.joined(separator: ","))]}"#)
    let run = try TimelineRunner(description: description).run(timeline)
    for (policy, dials) in zip(policies, run.dials) {
      #expect(dials == Self.alone(policy, until: 20_000))
    }
  }

  /// When a connection is dialed whose dials are never answered.
  private static func alone(_ policy: ConnectionPolicy, until end: Int64) -> [Int64] {
    var dials: [Int64] = [0]
    var attempt: Int64 = 1
    while let last = dials.last {
      let delay = Delay.backoff(
        base: policy.baseMS, cap: policy.capMS, attempt: attempt,
        draw: Draw("\(policy.scope)|1|\(attempt)"), seed: 7)
      let next = last + policy.dialMS + delay
      guard next < end else { break }
      dials.append(next)
      attempt += 1
    }
    return dials
  }
}
