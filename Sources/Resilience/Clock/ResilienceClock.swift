public import CodebookRuntime

/// Where a runtime takes the time from, and who wakes it.
///
/// `system` is the one of the machine; `VirtualClock` moves only when a test says so.
public protocol ResilienceClock: Sendable {
  /// Milliseconds since a point in time that does not move. They never fall.
  func now() -> Int64

  /// The wall clock. It is read for one thing only: a `Retry-After` that is a date, in a response
  /// without a valid `Date`.
  func wallTime() -> Timestamp

  /// Calls a closure once, as soon as `now` is no less than a deadline.
  ///
  /// - Parameters:
  ///   - deadline: In milliseconds, as `now` counts them; one that is past is at once.
  ///   - action: Called without any lock of the clock's, and on any thread.
  func call(at deadline: Int64, _ action: @escaping @Sendable () -> Void) -> ScheduledCall
}

extension ResilienceClock {
  /// The system's time.
  public func wallTime() -> Timestamp { .now() }
}

/// A call that a clock will make.
public struct ScheduledCall: Sendable {
  private let cancellation: @Sendable () -> Void

  /// A call, and what takes it back.
  public init(cancellation: @escaping @Sendable () -> Void) {
    self.cancellation = cancellation
  }

  /// Takes the call back. One that has begun goes on.
  public func cancel() { cancellation() }
}
