public import CodebookRuntime
public import Resilience

/// Gives what a runtime has counted: how often connections were made anew, how long was waited last,
/// and how often a server answered that there were too many requests.
///
/// Specification, 3.3.
public struct ResilienceCollector: BundleCollector {
  /// Who gives the part.
  public let name: String
  private let runtime: ResilienceRuntime
  private let since: Timestamp?

  /// Gives a runtime's counters under a name.
  ///
  /// - Parameters:
  ///   - name: Who gives them.
  ///   - runtime: Whose they are.
  ///   - since: When it began to count; best when it was made.
  public init(_ name: String = "resilience", of runtime: ResilienceRuntime, since: Timestamp? = nil)
  {
    self.name = name
    self.runtime = runtime
    self.since = since
  }

  /// What it has counted so far.
  public func collect() async throws -> BundlePart {
    BundlePart(resilience: runtime.counters, since: since)
  }
}

extension BundlePart {
  /// What a process has counted of its connections and limits.
  ///
  /// A scope where nothing was waited for yet has no backoff.
  ///
  /// - Parameters:
  ///   - counters: What a runtime has counted.
  ///   - since: When it began to count.
  public init(resilience counters: ResilienceCounters, since: Timestamp? = nil) {
    let waits =
      counters.connections.map { ($0.scope, $0.counters.lastBackoffMS) }
      + counters.limiters.map { ($0.scope, $0.counters.lastBackoffMS) }
    self.init(
      since: since,
      reconnects: counters.connections.map {
        ReconnectCount(
          scope: $0.scope, attempts: Int($0.counters.retries),
          successes: Int($0.counters.successes))
      },
      backoff: waits.filter { $0.1 > 0 }.map {
        LatestBackoff(scope: $0.0, backoffMilliseconds: Int($0.1))
      },
      rateLimits: counters.limiters.map {
        RateLimitCount(scope: $0.scope, count: Int($0.counters.limited))
      })
  }
}
