internal import CodebookLogs
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Whether long work shows how far it is.
enum ProgressChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether to show it on standard error.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isatty(STDERR_FILENO) == 1
    }
  }
}

/// One line on standard error that tells how far long work is; it goes when that is done.
final class ProgressLine: Sendable {
  private struct State {
    var shownAt: Int64
    var isShown = false
  }

  private let startedAt: Int64
  /// How many bytes there are; `nil` where nobody knows.
  private let total: Int?
  private let state: Mutex<State>

  /// Work that takes less than this shows nothing, in milliseconds.
  private static let patience: Int64 = 500
  private static let interval: Int64 = 100

  init(total: Int?) {
    self.total = total
    startedAt = Self.now()
    state = Mutex(State(shownAt: startedAt + Self.patience - Self.interval))
  }

  /// Shows that `bytes` are done, if the line is not too young.
  func update(_ bytes: Int) {
    let now = Self.now()
    state.withLock { state in
      guard now - state.shownAt >= Self.interval else { return }
      state.shownAt = now
      state.isShown = true
      Self.write("\r\u{1B}[K" + Self.text(bytes, of: total, after: now - startedAt))
    }
  }

  /// Makes room for other text.
  func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      Self.write("\r\u{1B}[K")
    }
  }

  /// Such as `1.2 GB of 5.0 GB, 812.0 MB/s, 5 s left`.
  static func text(_ bytes: Int, of total: Int?, after milliseconds: Int64) -> String {
    let rate = Double(bytes) * 1000 / Double(max(1, milliseconds))
    let speed = "\(CountText.bytes(Int(rate)))/s"
    guard let total, total >= bytes else { return "\(CountText.bytes(bytes)), \(speed)" }
    let done = "\(CountText.bytes(bytes)) of \(CountText.bytes(total)), \(speed)"
    guard rate > 0 else { return done }
    return "\(done), \(time(Int(Double(total - bytes) / rate + 0.5))) left"
  }

  private static func time(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func write(_ text: String) { Console.progress(text) }
}
