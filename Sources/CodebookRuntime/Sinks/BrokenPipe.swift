#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Keeps a write to a pipe that nobody reads from killing the process.
enum BrokenPipe {
  /// Writes with SIGPIPE held off from this thread, and takes away one that the write brought.
  ///
  /// - Returns: The result of `write`, with the error's number.
  static func contain(_ write: () -> Int) -> (count: Int, code: Int32) {
    let mask = SignalMask.block(SIGPIPE)
    // One that nobody blocks does not stay pending.
    let wasPending = mask.contains(SIGPIPE) && isPending
    let count = write()
    let code = errno
    if count < 0, code == EPIPE, !wasPending, isPending { consume() }
    mask.restore()
    return (count, code)
  }

  private static var isPending: Bool {
    var signals = sigset_t()
    sigpending(&signals)
    return sigismember(&signals, SIGPIPE) == 1
  }

  /// It is pending, and blocked: waiting for it comes back at once.
  private static func consume() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    var signal: Int32 = 0
    sigwait(&signals, &signal)
  }
}
