import CodebookRuntime
import Resilience

/// Ten thousand connections that cannot be opened, each dialed again every 2.5 to 5 seconds by the
/// machine's own clock: how late its dials are, and whether that adds up.
struct Lateness {
  static let scopes = 10_000
  static let warmUp = Duration.seconds(6)
  static let measured = Duration.seconds(30)

  private let begin = ContinuousClock.now
  private let clock = TaskClock(ContinuousClock())
  private let runtime: ResilienceRuntime

  init() {
    let policies = (0..<Self.scopes).map {
      ConnectionPolicy(
        "ws.n\($0)", component: "ws_client", baseMS: 5_000, capMS: 5_000,
        unreachable: "PT-NET-001", interrupted: "PT-DATA-001")
    }
    runtime = ResilienceRuntime(
      .benchmark(connections: policies), log: .silent, clock: clock, seed: 42)
  }

  /// A dial that came, by when and how late it was, in milliseconds.
  struct Dial {
    let at: Double
    let late: Double
  }

  func run() async {
    let loops = (0..<Self.scopes).map { number in Task { await keep("ws.n\(number)") } }
    try? await Task.sleep(for: Self.warmUp)
    let busy = processTime()
    try? await Task.sleep(for: Self.measured)
    let cost = processTime() - busy
    let end = now()
    runtime.close()
    var dials: [Dial] = []
    for loop in loops { dials += await loop.value }
    report(
      dials.filter { $0.at >= end - Self.measured / .milliseconds(1) && $0.at < end }, cost, end)
  }

  private func now() -> Double { (ContinuousClock.now - begin) / .milliseconds(1) }

  /// Dials that fail at once, each beside the time at which it was due.
  private func keep(_ scope: String) async -> [Dial] {
    var dials: [Dial] = []
    var due: Double?
    var attempts: Int64 = 0
    for await attempt in runtime.reconnecting(scope) {
      let time = now()
      if let due { dials.append(Dial(at: time, late: time - due)) }
      attempts += 1
      let failed = clock.now()
      attempt.failed(.refused)
      due = Double(
        failed
          + Delay.backoff(
            base: 5_000, cap: 5_000, attempt: attempts, draw: Draw("\(scope)|1|\(attempts)"),
            seed: 42))
    }
    return dials
  }

  private func report(_ dials: [Dial], _ cost: Double, _ end: Double) {
    let late = dials.map(\.late).sorted()
    guard !late.isEmpty else { return print("no dial") }
    let tenth = Self.measured / .milliseconds(1) / 10
    func middle(_ part: [Dial]) -> Double {
      let sorted = part.map(\.late).sorted()
      return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
    func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    print("\(Self.scopes) connections: \(late.count) dials in \(Self.measured)")
    print("  CPU time of one: \((cost / Double(late.count) / 1000).rounded()) µs")
    print(
      "  late, ms: median \(rounded(late[late.count / 2])), 99th of 100 "
        + "\(rounded(late[late.count * 99 / 100])), most \(rounded(late[late.count - 1]))")
    print(
      "  median of the first tenth \(rounded(middle(dials.filter { $0.at < end - 9 * tenth }))), "
        + "of the last \(rounded(middle(dials.filter { $0.at >= end - tenth })))")
  }
}
