public import CodebookRuntime
internal import Synchronization

/// A clock for tests: it stands still until it is moved.
///
/// What is due while it moves is called at its very millisecond, in order, on the thread that moves
/// it. When `advance` returns, all of that has happened; what other tasks make of it has not.
public final class VirtualClock: ResilienceClock {
  private struct Call {
    let deadline: Int64
    let sequence: Int
    let action: @Sendable () -> Void
  }

  private struct State {
    var now: Int64
    var wall: Int64
    var sequence = 0
    var calls: [Int: Call] = [:]

    /// Takes out the first call that is due by a point in time.
    mutating func take(by target: Int64) -> Call? {
      let due = calls.values.filter { $0.deadline <= target }
      guard let first = due.min(by: { ($0.deadline, $0.sequence) < ($1.deadline, $1.sequence) })
      else { return nil }
      calls[first.sequence] = nil
      move(to: first.deadline)
      return first
    }

    mutating func move(to target: Int64) {
      guard target > now else { return }
      wall += target - now
      now = target
    }
  }

  private let state: Mutex<State>

  /// A clock that stands at a point in time.
  ///
  /// - Parameters:
  ///   - now: Milliseconds; 0 by default.
  ///   - wall: What the wall clock says then; 2026-01-09T18:07:00.000Z by default.
  public init(now: Int64 = 0, wall: Timestamp = Timestamp(milliseconds: 1_767_982_020_000)) {
    state = Mutex(State(now: now, wall: wall.milliseconds))
  }

  /// The milliseconds at which the clock stands.
  public func now() -> Int64 { state.withLock { $0.now } }

  /// What the wall clock says.
  public func wallTime() -> Timestamp {
    Timestamp(milliseconds: state.withLock { $0.wall })
  }

  /// When the next call is due; `nil` where nobody waits.
  public var nextDeadline: Int64? {
    state.withLock { state in state.calls.values.map { max($0.deadline, state.now) }.min() }
  }

  /// Keeps a closure until the clock gets there.
  public func call(
    at deadline: Int64, _ action: @escaping @Sendable () -> Void
  ) -> ScheduledCall {
    let sequence = state.withLock { state in
      state.sequence += 1
      state.calls[state.sequence] = Call(
        deadline: deadline, sequence: state.sequence, action: action)
      return state.sequence
    }
    return ScheduledCall { [weak self] in self?.state.withLock { $0.calls[sequence] = nil } }
  }

  /// Moves the clock on by milliseconds.
  public func advance(by milliseconds: Int64) {
    advance(to: now() + milliseconds)
  }

  /// Moves the clock to a point in time. It never goes back.
  public func advance(to target: Int64) {
    while let call = state.withLock({ $0.take(by: target) }) { call.action() }
    state.withLock { $0.move(to: target) }
  }

  /// Sets the wall clock forward, or back: the clock itself stands where it stood.
  public func stepWall(by milliseconds: Int64) {
    state.withLock { $0.wall += milliseconds }
  }
}
