#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import Synchronization

/// The process that signals go on to; 0 while there is none.
private let receiver = Atomic<Int32>(0)

/// A signal that came before there was one; 0 for none.
private let heldBack = Atomic<Int32>(0)

/// Sends signals that ask this process to end on to its child.
///
/// Until there is a child they are held back.
struct SignalForwarding {
  private let actionsBefore: [(Int32, sigaction)]

  init() {
    // Touched here so that no handler is the first to.
    receiver.store(0, ordering: .sequentiallyConsistent)
    heldBack.store(0, ordering: .sequentiallyConsistent)
    actionsBefore = [SIGTERM, SIGINT, SIGHUP].compactMap { signal in
      var before = sigaction()
      sigaction(signal, nil, &before)
      // Whoever started this with `nohup`, say, wants the signal to do nothing.
      if before.isIgnored { return nil }
      var action = sigaction(forwardSignal)
      return sigaction(signal, &action, &before) == 0 ? (signal, before) : nil
    }
  }

  /// Sends what was held back, and all that comes, to a child.
  func begin(to child: pid_t) {
    receiver.store(child, ordering: .sequentiallyConsistent)
    let signal = heldBack.exchange(0, ordering: .sequentiallyConsistent)
    if signal != 0 { kill(child, signal) }
  }

  /// Waits for the child's end.
  ///
  /// - Returns: Its exit status; 128 and the signal's number where a signal ended it.
  func wait(for child: pid_t) -> Int32 {
    var info = siginfo_t()
    // Leaves the child's number taken until no signal is sent to it any more.
    while waitid(P_PID, id_t(child), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    receiver.store(0, ordering: .sequentiallyConsistent)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return 126 }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Puts back what was before.
  func end() {
    receiver.store(0, ordering: .sequentiallyConsistent)
    for (signal, action) in actionsBefore {
      var action = action
      sigaction(signal, &action, nil)
    }
  }
}

/// What is called when a signal comes.
typealias SignalHandler =
  @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void

extension sigaction {
  /// An action that calls a function.
  init(_ handler: @escaping SignalHandler) {
    self.init()
    #if canImport(Darwin)
      __sigaction_u.__sa_sigaction = handler
    #else
      __sigaction_handler.sa_sigaction = handler
    #endif
    sa_flags = SA_SIGINFO | SA_RESTART
  }

  fileprivate var isIgnored: Bool {
    #if canImport(Darwin)
      let handler = __sigaction_u.__sa_handler
    #else
      let handler = __sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

private func forwardSignal(
  _ signal: Int32, _ info: UnsafeMutablePointer<siginfo_t>?, _ context: UnsafeMutableRawPointer?
) {
  let code = errno
  defer { errno = code }
  #if os(Linux)
    // A terminal sends to all of its processes; to the child, too.
    if let info, info.pointee.si_code > 0 { return }
  #endif
  let child = receiver.load(ordering: .sequentiallyConsistent)
  if child > 0 {
    kill(child, signal)
  } else {
    heldBack.store(signal, ordering: .sequentiallyConsistent)
  }
}
