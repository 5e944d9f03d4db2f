// Run by Benchmarks/run.sh: what a step of a reducer costs, and ten thousand scopes with timers.

let rounds = 500_000

report("connection: dials, messages and drops") {
  var loop = ConnectionLoop()
  return loop.run(rounds)
}
report("limiter: requests that succeed") {
  var loop = LimiterLoop()
  return loop.run(rounds, limitedEvery: .max)
}
report("limiter: every tenth is limited") {
  var loop = LimiterLoop()
  return loop.run(rounds, limitedEvery: 10)
}
report("whole: one of 10,000 connections") {
  var loop = WholeLoop()
  return loop.run(rounds)
}
manyScopes()

/// Prints the median of five measurements.
func report(_ name: String, _ measure: () -> Double) {
  let results = (0..<5).map { _ in measure() }.sorted()
  print("\(name): \(Int(results[2].rounded())) ns a step")
}
