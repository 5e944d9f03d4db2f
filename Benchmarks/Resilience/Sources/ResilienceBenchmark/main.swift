// Run by Benchmarks/run.sh: what a step of a reducer costs, and ten thousand scopes with timers.

let rounds = 5
let steps = 2_000_000

report("connection: drops, dials and messages", "ns a step") { connectionSteps(steps) }
report("limiter: requests that succeed", "ns a step") { limiterSteps(steps) }
report("limiter: every tenth is limited", "ns a step") { limitedSteps(steps) }
report("whole: one of 10,000 connections", "ns a step") { wholeSteps(steps) }
manyScopes()

/// Prints the median of some rounds.
func report(_ name: String, _ unit: String, _ measure: () -> Double) {
  let results = (0..<rounds).map { _ in measure() }.sorted()
  let median = Int(results[rounds / 2].rounded())
  print("\(name): \(median) \(unit)")
}
