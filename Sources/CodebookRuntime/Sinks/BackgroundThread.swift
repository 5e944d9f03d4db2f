#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A thread that no signal is handled on: a program's handlers run where the program expects them.
struct BackgroundThread {
  private let thread: pthread_t

  private final class Body {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts one; `nil` where the system gives none.
  init?(_ run: @escaping @Sendable () -> Void) {
    let body = Unmanaged.passRetained(Body(run))
    let mask = SignalMask.blockAll()
    defer { mask.restore() }
    #if canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(&thread, nil, { Self.main($0) }, body.toOpaque())
      guard result == 0, let thread else {
        body.release()
        return nil
      }
    #else
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil, { context in context.flatMap { Self.main($0) } }, body.toOpaque())
      guard result == 0 else {
        body.release()
        return nil
      }
    #endif
    self.thread = thread
  }

  private static func main(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }

  /// Lets it end by itself.
  func detach() { pthread_detach(thread) }

  /// Waits until it has ended.
  func join() { pthread_join(thread, nil) }
}

/// The signals that a thread does not take at the moment.
struct SignalMask {
  private var signals = sigset_t()

  /// Blocks all, until `restore`.
  static func blockAll() -> SignalMask {
    var all = sigset_t()
    sigfillset(&all)
    return block(&all)
  }

  /// Blocks one more, until `restore`.
  static func block(_ signal: Int32) -> SignalMask {
    var one = sigset_t()
    sigemptyset(&one)
    sigaddset(&one, signal)
    return block(&one)
  }

  private static func block(_ signals: inout sigset_t) -> SignalMask {
    var before = SignalMask()
    pthread_sigmask(SIG_BLOCK, &signals, &before.signals)
    return before
  }

  /// Whether a signal was blocked before.
  func contains(_ signal: Int32) -> Bool {
    var signals = signals
    return sigismember(&signals, signal) == 1
  }

  func restore() {
    var signals = signals
    pthread_sigmask(SIG_SETMASK, &signals, nil)
  }
}
