/// Who listens to the status: each has what it is now, then what differs from the one before. Who
/// is slow has the latest only.
struct StatusStreams {
  private var listeners: [Int: AsyncStream<ResilienceStatus>.Continuation] = [:]
  private var latest: ResilienceStatus?
  private var next = 0

  /// Whether somebody listens.
  var isHeard: Bool { !listeners.isEmpty }

  /// Adds a listener.
  ///
  /// - Returns: Its number.
  mutating func add(
    _ listener: AsyncStream<ResilienceStatus>.Continuation, _ status: ResilienceStatus
  ) -> Int {
    send(status)
    listener.yield(status)
    next += 1
    listeners[next] = listener
    return next
  }

  mutating func remove(_ number: Int) {
    listeners[number] = nil
  }

  /// Tells all listeners, where the status differs from the one before.
  mutating func send(_ status: ResilienceStatus) {
    guard status != latest else { return }
    latest = status
    for listener in listeners.values { listener.yield(status) }
  }

  /// Takes all listeners out. They are to be finished without the lock: that calls back.
  mutating func removeAll() -> [AsyncStream<ResilienceStatus>.Continuation] {
    defer { listeners = [:] }
    return Array(listeners.values)
  }
}
