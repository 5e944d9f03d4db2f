import Resilience
import Testing

/// How long machines wait; `docs/resilience-semantics.md`, Ground.
struct DelayTests {
  private func delays(_ attempts: [Int64]) -> [Int64] {
    attempts.map {
      Delay.backoff(
        base: 500, cap: 30_000, attempt: $0, draw: Draw("ws.market_data|1|\($0)"), seed: 42)
    }
  }

  @Test func delaysAreThoseOfThePage() {
    #expect(delays(Array(1...7)) == [429, 970, 1576, 3817, 5848, 9686, 19_055])
  }

  @Test(arguments: [7, 62, 63, 64, 65, 1025, 1 << 31, Int64.max])
  func noAttemptOverflows(attempt: Int64) {
    #expect((15_000...30_000).contains(delays([attempt])[0]))
  }
}
