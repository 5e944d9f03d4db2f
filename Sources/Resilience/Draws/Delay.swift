/// How long to wait before the next attempt.
public enum Delay {
  /// The delay before an attempt: it grows by powers of two up to a cap, and a draw takes up to half
  /// of it away. It is never less than half of `base`, and never more than `cap`.
  ///
  /// - Parameters:
  ///   - base: What it grows from, in milliseconds, from 2 on.
  ///   - cap: The longest delay in milliseconds, at least `base`.
  ///   - attempt: The attempt, from 1 on.
  ///   - draw: The key of its draw.
  ///   - seed: The seed of its draw.
  public static func backoff(
    base: Int64, cap: Int64, attempt: Int64, draw: Draw, seed: UInt64
  ) -> Int64 {
    let longest = ceiling(base: base, cap: cap, attempt: attempt)
    let half = longest / 2
    return half + draw.below(longest - half + 1, seed: seed)
  }

  /// What a delay is without its draw: from 62 doublings on the cap, so that no shift overflows.
  private static func ceiling(base: Int64, cap: Int64, attempt: Int64) -> Int64 {
    let doublings = attempt - 1
    if doublings >= 62 || base > cap >> doublings { return cap }
    return min(base << doublings, cap)
  }

  /// What a server asked for, and a little more, so that not all come back at once.
  ///
  /// - Parameters:
  ///   - hold: What it asked for, in milliseconds.
  ///   - base: The policy's base; half of it is the most that is added.
  ///   - draw: The key of the draw.
  ///   - seed: The seed of the draw.
  static func held(_ hold: Int64, base: Int64, draw: Draw, seed: UInt64) -> Int64 {
    hold + draw.below(base / 2 + 1, seed: seed)
  }
}
