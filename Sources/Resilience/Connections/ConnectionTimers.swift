/// When the timers of a connection are due, by their kind.
public struct ConnectionTimers: Hashable, Sendable {
  /// A due time for each kind; a negative one where it is not set.
  private var dues = SIMD8<Int64>(repeating: -1)

  /// No timer.
  init() {}

  /// When a timer is due; `nil` where it is not set, or a connection has none of that kind.
  public internal(set) subscript(kind: TimerKind) -> Int64? {
    get {
      let due = dues[kind.place]
      return due < 0 ? nil : due
    }
    set { dues[kind.place] = newValue ?? -1 }
  }
}

extension TimerKind {
  /// Its place among the timers of a connection; the last one for all that it has not.
  fileprivate var place: Int {
    switch self {
    case .backoff: 0
    case .dial: 1
    case .idle: 2
    case .probe: 3
    case .stable: 4
    case .release, .timeout, .retry: 7
    }
  }
}
