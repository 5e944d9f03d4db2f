extension DriverState {
  /// Handles timers that are due, but not all at once, so that others get the lock.
  ///
  /// - Returns: Whether more are due.
  mutating func fire(_ now: Int64, of runtime: ResilienceRuntime) -> Bool {
    for _ in 0..<64 {
      guard let timer = timers.removeFirst(dueBy: now) else { return false }
      switch timer.key {
      case .machine(.connection(let place), let name):
        handle(.connection(place, .timer(name, serial: timer.serial)), now, of: runtime)
      case .machine(.limiter(let place), let name):
        handle(.limiter(place, .timer(name, serial: timer.serial)), now, of: runtime)
      case .machine(.network, _):
        break
      case .status:
        statusIsDirty = true
      }
    }
    return timers.nextDue.map { $0 <= now } ?? false
  }
}
