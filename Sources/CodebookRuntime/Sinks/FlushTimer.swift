#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a buffer and the thread that flushes it tell each other; all of it under the buffer's lock.
struct FlushTimer {
  let milliseconds: Int
  private(set) var condition = Condition()
  /// Whether there is a thread.
  var isRunning = false
  var isStopped = false
  /// Whether the thread sleeps until it is woken. While there is much to do it never does, and
  /// nobody has to wake it.
  private(set) var isAsleep = false

  init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// Decides whether the thread, which asks, is to sleep.
  mutating func sleeps(whileEmpty isEmpty: Bool) -> Bool {
    isAsleep = isEmpty && !isStopped
    return isAsleep
  }

  @inline(__always)
  mutating func wakeIfAsleep() {
    guard isAsleep else { return }
    isAsleep = false
    condition.signal()
  }

  mutating func stop() {
    isStopped = true
    condition.signal()
  }

  /// A child has none of its parent's threads, and a condition that nobody waits for.
  mutating func beginInChild() {
    // The parent's may not be destroyed: in its bytes somebody waits.
    condition.abandon()
    condition = Condition()
    isRunning = false
    isAsleep = false
  }
}

/// A condition of the C library's.
final class Condition: @unchecked Sendable {
  private let pointer = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var isAbandoned = false

  init() {
    pointer.initialize(to: pthread_cond_t())
    #if canImport(Darwin)
      pthread_cond_init(pointer, nil)
    #else
      var attributes = pthread_condattr_t()
      pthread_condattr_init(&attributes)
      // The wall clock may be set back, and a wait would last for as long.
      pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
      pthread_cond_init(pointer, &attributes)
      pthread_condattr_destroy(&attributes)
    #endif
  }

  deinit {
    if isAbandoned { return }
    pthread_cond_destroy(pointer)
    pointer.deallocate()
  }

  func abandon() { isAbandoned = true }

  func signal() { pthread_cond_signal(pointer) }

  func wait(_ mutex: MutexPointer) { pthread_cond_wait(pointer, mutex.pointer) }

  func wait(_ mutex: MutexPointer, milliseconds: Int) {
    #if canImport(Darwin)
      var time = timespec(
        tv_sec: milliseconds / 1000, tv_nsec: milliseconds % 1000 * 1_000_000)
      pthread_cond_timedwait_relative_np(pointer, mutex.pointer, &time)
    #else
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      let nanoseconds = time.tv_nsec + milliseconds % 1000 * 1_000_000
      time.tv_sec += milliseconds / 1000 + nanoseconds / 1_000_000_000
      time.tv_nsec = nanoseconds % 1_000_000_000
      pthread_cond_timedwait(pointer, mutex.pointer, &time)
    #endif
  }
}
