import CodebookRuntime
import Resilience

/// What an app does most: a message that came in, and a request that is answered at once.
enum Calls {
  static func messages() async {
    let policy = ConnectionPolicy(
      "ws.a", component: "ws_client", idleMS: 15_000, unreachable: "PT-NET-001",
      interrupted: "PT-DATA-001")
    let runtime = ResilienceRuntime(.benchmark(connections: [policy]), log: .silent)
    for await attempt in runtime.reconnecting("ws.a") {
      attempt.opened()
      let count = 1_000_000
      let begin = processTime()
      for _ in 0..<count { attempt.received() }
      report("a message that came in", processTime() - begin, count)
      break
    }
  }

  static func requests() async {
    let policy = LimiterPolicy(
      "rest.a", component: "rest_client", rateLimited: "PT-HTTP-429", failed: "PT-NET-001")
    let runtime = ResilienceRuntime(.benchmark(limiters: [policy]), log: .silent)
    let limiter = runtime.limiter("rest.a")
    let count = 100_000
    let begin = processTime()
    for _ in 0..<count {
      _ = try? await limiter.send { _ in RequestAnswer(0, status: 200) }
    }
    report("a request that is answered", processTime() - begin, count)
  }

  private static func report(_ name: String, _ nanoseconds: Double, _ count: Int) {
    print("\(name): \((nanoseconds / Double(count)).rounded()) ns of CPU time")
  }
}
