import Resilience
import Testing

/// How long machines wait; `docs/resilience-semantics.md`, Ground.
struct DelayTests {
  private static let attempts: [Int64] = [1, 2, 7, 62, 63, 64, 65, 1025, 1 << 31, .max]

  private func delay(
    base: Int64 = 500, cap: Int64 = 30_000, attempt: Int64, seed: UInt64 = 42
  ) -> Int64 {
    Delay.backoff(
      base: base, cap: cap, attempt: attempt, draw: Draw("ws.market_data|1|\(attempt)"), seed: seed)
  }

  @Test func delaysAreThoseOfThePage() {
    #expect((1...7).map { delay(attempt: $0) } == [429, 970, 1576, 3817, 5848, 9686, 19_055])
  }

  /// A shift by 64 and more is no growth: it is 0, or it traps.
  @Test(arguments: attempts)
  func noAttemptOverflows(attempt: Int64) {
    let longest: Int64 = attempt == 1 ? 500 : attempt == 2 ? 1000 : 30_000
    for seed in 0..<1000 {
      #expect((longest / 2...longest).contains(delay(attempt: attempt, seed: UInt64(seed))))
    }
  }

  /// A jitter from 0 on would draw less than a millisecond now and then.
  @Test func noDelayIsBelowItsFloorOrAboveItsCap() {
    let first = (0..<10_000).map { delay(attempt: 1, seed: UInt64($0)) }
    #expect(first.min() == 250)
    #expect(first.max() == 500)
    let least = (0..<1000).map { delay(base: 2, cap: 2, attempt: 1, seed: UInt64($0)) }
    #expect(Set(least) == [1, 2])
  }

  @Test(arguments: attempts)
  func theLongestPolicyOverflowsNothing(attempt: Int64) {
    let week: Int64 = 604_800_000
    #expect((week / 2...week).contains(delay(base: week, cap: week, attempt: attempt)))
  }

  @Test func aNumberInAKeyIsItsDigits() {
    for number in [0, 7, 10, 99, 100, 1_000_000, Int64.max, -1, Int64.min] {
      var key = Draw("a|")
      key.append(number)
      #expect(key.value(seed: 1) == Draw("a|\(number)").value(seed: 1))
    }
  }
}
