internal import Dispatch
internal import LogInput
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Lets SIGINT and SIGTERM end reading, so that what was found is told; a second one ends the
/// process at once.
final class InterruptSignals: Sendable {
  let interrupt = ReadInterrupt()
  private let received = Atomic<Int32>(0)
  /// Kept alive, and touched by nobody after they were made.
  nonisolated(unsafe) private var sources: [any DispatchSourceSignal] = []

  init() {
    for number in [SIGINT, SIGTERM] {
      // Whoever started this with `nohup`, say, wants the signal to do nothing.
      if let before = signal(number, SIG_IGN), Self.isIgnored(before) { continue }
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { self.take(number) }
      source.resume()
      sources.append(source)
    }
  }

  /// The exit status that a signal asked for; `nil` where there was none.
  var status: Int32? {
    let number = received.load(ordering: .acquiring)
    return number == 0 ? nil : 128 + number
  }

  private func take(_ number: Int32) {
    received.store(number, ordering: .releasing)
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    interrupt.raise()
  }

  private static func isIgnored(_ handler: sighandler) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private typealias sighandler = @convention(c) (Int32) -> Void
}
