/// A clock of Swift's, as a clock for a runtime.
///
/// Each call waits in a task of its own; a runtime has one at a time.
public struct TaskClock<Base: Clock>: ResilienceClock where Base.Duration == Duration {
  private let base: Base
  private let origin: Base.Instant

  /// A clock that counts from now on.
  public init(_ base: Base) {
    self.base = base
    origin = base.now
  }

  /// Milliseconds since the clock was made, rounded down.
  public func now() -> Int64 {
    let (seconds, attoseconds) = origin.duration(to: base.now).components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }

  /// Calls a closure from a task that sleeps until then.
  public func call(
    at deadline: Int64, _ action: @escaping @Sendable () -> Void
  ) -> ScheduledCall {
    let instant = origin.advanced(by: .milliseconds(deadline))
    let task = Task.detached(priority: .high) { [base] in
      // Without a tolerance a system may wake late by a tenth of the wait.
      try? await Task.sleep(until: instant, tolerance: .milliseconds(1), clock: base)
      if !Task.isCancelled { action() }
    }
    return ScheduledCall { task.cancel() }
  }
}

extension ResilienceClock where Self == TaskClock<ContinuousClock> {
  /// The machine's monotonic clock, which goes on while it sleeps.
  public static var system: TaskClock<ContinuousClock> { TaskClock(ContinuousClock()) }
}
