import CodebookRuntime
import Resilience

/// Ten thousand connections whose dials are never answered, for ten minutes of a virtual clock: what
/// they do, and by how much any dial is not when it would be if its connection were alone.
func manyScopes() {
  let end: Int64 = 600_000
  let policies = (0..<10_000).map { connectionPolicy("ws.feed_\($0)", dialMS: 1000) }
  let description = ResilienceDescription(
    network: ResilienceDescription.Network(component: "network", error: "PT-NET-001"),
    connections: policies)
  let steps = policies.map { #"{"t":0,"start":"\#($0.scope)"}"# } + [#"{"t":\#(end),"path":"up"}"#]
  do {
    let timeline = try Timeline(json: #"{"seed":7,"steps":[\#(steps.joined(separator: ","))]}"#)
    let runner = TimelineRunner(description: description)
    let begin = ContinuousClock.now
    let run = try runner.run(timeline)
    let time = ContinuousClock.now - begin
    let drift = zip(policies, run.dials).map { worst($1, alone($0, until: end)) }.max() ?? 0
    let dials = run.dials.reduce(0) { $0 + $1.count }
    print(
      "10,000 scopes, ten minutes of a virtual clock: \(2 * dials) timers in \(time), "
        + "drift \(drift) ms")
  } catch {
    print("10,000 scopes: \(error)")
  }
}

/// When a connection is dialed whose dials are never answered.
private func alone(_ policy: ConnectionPolicy, until end: Int64) -> [Int64] {
  var dials: [Int64] = [0]
  while let last = dials.last {
    let attempt = Int64(dials.count)
    let delay = Delay.backoff(
      base: policy.baseMS, cap: policy.capMS, attempt: attempt,
      draw: Draw("\(policy.scope)|1|\(attempt)"), seed: 7)
    let next = last + policy.dialMS + delay
    guard next < end else { break }
    dials.append(next)
  }
  return dials
}

/// The greatest difference of two lists of times; of lists that are not as long, all there is.
private func worst(_ left: [Int64], _ right: [Int64]) -> Int64 {
  guard left.count == right.count else { return .max }
  return zip(left, right).map { abs($0 - $1) }.max() ?? 0
}
