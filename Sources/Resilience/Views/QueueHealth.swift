public import CodebookRuntime

/// How the lane of a limiter does.
public struct QueueHealth: Hashable, Sendable {
  /// The limiter's scope.
  public let scope: String

  /// The lane's name.
  public let lane: String

  /// How many requests wait: for their turn, or to be sent again.
  public let depth: Int

  /// How long the oldest of those waits, in milliseconds; 0 where none does.
  public let oldestWaitMS: Int64

  /// How many requests are sent and not answered.
  public let flying: Int

  /// How the lanes of all limiters do now, in the description's order.
  public static func all(
    _ state: ResilienceState, description: ResilienceDescription, now: Int64
  ) -> [QueueHealth] {
    zip(description.limiters, state.limiters).flatMap { policy, limiter in
      let requests = limiter.requests.values
      return policy.lanes.enumerated().map { index, lane in
        QueueHealth(
          policy.scope, lane.name, requests: requests.filter { $0.lane == index }, now: now)
      }
    }
  }

  private init(_ scope: String, _ lane: String, requests: [LimiterRequest], now: Int64) {
    let waiting = requests.filter { $0.state == .queued || $0.state == .delayed }
    self.scope = scope
    self.lane = lane
    depth = waiting.count
    oldestWaitMS = waiting.map { now - $0.submitted }.max() ?? 0
    flying = requests.count { $0.state == .flying }
  }
}
