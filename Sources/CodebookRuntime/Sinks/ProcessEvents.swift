#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Who wants to know that the process forks or ends.
///
/// Between `beforeFork` and one of the other two everybody's locks are held, so that no child
/// begins with a lock that nobody will ever open, or with a record half written.
final class ProcessEvents: @unchecked Sendable {
  /// What one of them does at which moment.
  struct Listener {
    let beforeFork: () -> Void
    let afterForkInParent: () -> Void
    let afterForkInChild: () -> Void
    let atExit: () -> Void
  }

  static let shared = ProcessEvents()

  private let mutex = MutexPointer()
  private var listeners: [Int: Listener] = [:]
  private var next = 0

  private init() {
    pthread_atfork(
      { ProcessEvents.shared.prepareFork() },
      { ProcessEvents.shared.finishFork { $0.afterForkInParent() } },
      { ProcessEvents.shared.finishFork { $0.afterForkInChild() } })
    atexit { ProcessEvents.shared.exit() }
  }

  /// - Returns: What `remove` wants.
  func add(_ listener: Listener) -> Int {
    mutex.lock()
    defer { mutex.unlock() }
    next += 1
    listeners[next] = listener
    return next
  }

  func remove(_ number: Int) {
    mutex.lock()
    defer { mutex.unlock() }
    listeners[number] = nil
  }

  private func prepareFork() {
    mutex.lock()
    for listener in listeners.values { listener.beforeFork() }
  }

  private func finishFork(_ notify: (Listener) -> Void) {
    for listener in listeners.values { notify(listener) }
    mutex.unlock()
  }

  private func exit() {
    mutex.lock()
    defer { mutex.unlock() }
    for listener in listeners.values { listener.atExit() }
  }
}

/// A lock of the C library's.
///
/// `Mutex` remembers the thread that holds it by a number that is another one after a fork.
struct MutexPointer: @unchecked Sendable {
  let pointer = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  init() {
    pointer.initialize(to: pthread_mutex_t())
    pthread_mutex_init(pointer, nil)
  }

  @inline(__always)
  func lock() { pthread_mutex_lock(pointer) }

  @inline(__always)
  func unlock() { pthread_mutex_unlock(pointer) }

  func destroy() {
    pthread_mutex_destroy(pointer)
    pointer.deinitialize(count: 1)
    pointer.deallocate()
  }
}
