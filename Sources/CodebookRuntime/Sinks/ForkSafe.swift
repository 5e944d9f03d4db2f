/// A sink's state behind a lock that is also held while the process forks.
///
/// Nobody who holds one of these locks takes another: the fork takes all, in any order.
final class ForkSafe<State>: @unchecked Sendable {
  let mutex = MutexPointer()
  private let state: UnsafeMutablePointer<State>
  private var listener = 0

  /// - Parameters:
  ///   - beforeFork: Called with the lock held, on the thread that forks.
  ///   - inChild: Called in the child before anything else.
  ///   - atExit: Called when the process ends by `exit`.
  init(
    _ initial: State,
    beforeFork: @escaping (inout State) -> Void = { _ in },
    inChild: @escaping (inout State) -> Void = { _ in },
    atExit: ((inout State) -> Void)? = nil
  ) {
    state = .allocate(capacity: 1)
    state.initialize(to: initial)
    listener = ProcessEvents.shared.add(
      ProcessEvents.Listener(
        beforeFork: { [mutex, state] in
          mutex.lock()
          beforeFork(&state.pointee)
        },
        afterForkInParent: { [mutex] in mutex.unlock() },
        afterForkInChild: { [mutex, state] in
          inChild(&state.pointee)
          mutex.unlock()
        },
        atExit: { [mutex, state] in
          guard let atExit else { return }
          mutex.lock()
          defer { mutex.unlock() }
          atExit(&state.pointee)
        }))
  }

  deinit {
    ProcessEvents.shared.remove(listener)
    state.deinitialize(count: 1)
    state.deallocate()
    mutex.destroy()
  }

  @inline(__always)
  func withLock<Result>(_ body: (inout State) -> Result) -> Result {
    mutex.lock()
    defer { mutex.unlock() }
    return body(&state.pointee)
  }

  /// For who holds the lock already.
  @inline(__always)
  func withLockHeld<Result>(_ body: (inout State) -> Result) -> Result {
    body(&state.pointee)
  }
}
