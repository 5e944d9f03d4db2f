internal import CodebookRuntime

/// Puts together what `counters` and the records tell of each scope.
enum ScopeCounting {
  /// Waits that a page shows at most; the latest stay.
  static let mostBackoffs = 5000

  /// The scopes: those that were rate limited most first, then by attempts and name.
  static func scopes(_ records: [StoryRecord], _ counters: LogValue?) -> [StoryScope] {
    var scopes: [String: StoryScope] = [:]
    func each(_ list: String, _ take: (inout StoryScope, LogValue) -> Void) {
      for value in counters?[list]?.items ?? [] {
        guard let name = value["scope"]?.text else { continue }
        take(&scopes[name, default: StoryScope(name)], value)
      }
    }
    each("reconnects") {
      $0.attempts = $1["attempts"]?.integer
      $0.successes = $1["successes"]?.integer
    }
    each("backoff", takeBackoff)
    each("rate_limits") {
      $0.rateLimits = $1["count"]?.integer
      $0.rateLimitedAt = $1["last_at"]?.time
    }
    for record in records where record.isProblem {
      guard let name = record.scope else { continue }
      scopes[name, default: StoryScope(name)].problems += 1
    }
    return scopes.values.sorted(by: isBefore)
  }

  private static func takeBackoff(_ scope: inout StoryScope, _ value: LogValue) {
    scope.backoffMilliseconds = value["backoff_ms"]?.integer
    scope.attempt = value["attempt"]?.integer
    scope.retryAfterMilliseconds = value["retry_after_ms"]?.integer
    scope.backoffAt = value["at"]?.time
  }

  private static func isBefore(_ left: StoryScope, _ right: StoryScope) -> Bool {
    let counts = [
      (left.rateLimits ?? 0, right.rateLimits ?? 0), (left.attempts ?? 0, right.attempts ?? 0),
    ]
    if let different = counts.first(where: { $0.0 != $0.1 }) { return different.0 > different.1 }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  /// Every wait that a record tells. Where none names a scope, its component stands for it.
  static func backoffs(_ records: [StoryRecord]) -> [StoryBackoff] {
    let all = records.compactMap { record -> StoryBackoff? in
      guard let milliseconds = record.backoffMilliseconds else { return nil }
      return StoryBackoff(
        time: record.time, scope: record.scope ?? record.component, attempt: record.attempt,
        milliseconds: milliseconds)
    }
    return Array(all.suffix(mostBackoffs))
  }
}
