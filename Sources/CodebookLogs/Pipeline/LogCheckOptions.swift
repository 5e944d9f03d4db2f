package import LogInput

/// How logs are checked.
package struct LogCheckOptions: Sendable {
  /// On how many threads.
  package var jobs: Int
  /// The rules whose findings are told; `nil` for all.
  package var rules: Set<String>?
  /// Which records count.
  package var time: TimeWindow
  /// How many correlations, and as many spans, are remembered.
  package var window: Int
  /// How many groups of findings are kept; others are counted.
  package var maximumGroups: Int
  /// Whether what is checked is counted, too.
  package var counts = false
  package var limits: LineLimits

  package init(
    jobs: Int = 1, rules: Set<String>? = nil, time: TimeWindow = TimeWindow(),
    window: Int = 65_536, maximumGroups: Int = 4096, limits: LineLimits? = nil
  ) {
    self.jobs = max(1, jobs)
    self.rules = rules
    self.time = time
    self.window = window
    self.maximumGroups = maximumGroups
    self.limits = limits ?? Self.limits(jobs: self.jobs)
  }

  /// Blocks are smaller where many threads have some in hand: memory does not grow with them.
  private static func limits(jobs: Int) -> LineLimits {
    LineLimits(block: min(256 << 10, max(64 << 10, (16 << 20) / (jobs * 3))))
  }
}
