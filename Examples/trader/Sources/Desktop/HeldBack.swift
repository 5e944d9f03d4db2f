import CodebookRuntime
import Synchronization

/// What an engine has to hold back, kept where an engine's end does not reach it.
///
/// The engine tells how long each of its limits still holds. Time that passes until the next one
/// starts is counted down here.
final class HeldBack: Sendable {
  private struct Told {
    let value: LogValue
    let at: ContinuousClock.Instant
  }

  private let told = Mutex<Told?>(nil)

  /// Remembers what the engine told.
  func store(_ value: LogValue) {
    told.withLock { $0 = Told(value: value, at: .now) }
  }

  /// Whether any of the engine's limits holds.
  var holdsSomething: Bool {
    guard case .object(let members)? = told.withLock({ $0?.value }),
      case .array(let held)? = members["held"]
    else { return false }
    return !held.isEmpty
  }

  /// What the next engine is given; `nil` where no engine told anything.
  var remaining: LogValue? {
    told.withLock { $0 }.map { told in
      let passed = told.at.duration(to: .now) / .milliseconds(1)
      return Self.count(down: told.value, by: Int64(passed))
    }
  }

  private static func count(down value: LogValue, by passed: Int64) -> LogValue {
    guard case .object(var members) = value, case .array(let held)? = members["held"] else {
      return value
    }
    members["held"] = .array(
      held.map { entry in
        guard case .object(var entry) = entry, case .integer(let left)? = entry["remaining_ms"]
        else { return entry }
        entry["remaining_ms"] = .integer(max(0, left - passed))
        return .object(entry)
      })
    return .object(members)
  }
}
