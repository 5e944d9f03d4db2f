public import Synchronization

/// The least severity that is written, by component.
///
/// Reading one is a load without a lock: this is all that a call costs whose level is off.
@usableFromInline
final class LevelThresholds: @unchecked Sendable {
  // Unchecked: the pointer never changes, and what it points to is atomic.

  /// One for each component of the catalog, and the last for those without one of their own.
  @usableFromInline let severities: UnsafeMutablePointer<Atomic<Int>>

  /// The least of all thresholds: below it no component needs to be looked up.
  @usableFromInline let least: Atomic<Int>

  private let knownCount: Int
  private let indexes: [String: Int]
  private let own: Mutex<OwnLevels>

  /// What was set for single components.
  private struct OwnLevels {
    var known: Set<Int> = []
    var others: [String: Int] = [:]
  }

  init(componentIndexes: [String: Int], count: Int, severity: Int) {
    indexes = componentIndexes
    knownCount = count
    severities = .allocate(capacity: count + 1)
    for index in 0...count { (severities + index).initialize(to: Atomic(severity)) }
    least = Atomic(severity)
    own = Mutex(OwnLevels())
  }

  deinit {
    severities.deinitialize(count: knownCount + 1)
    severities.deallocate()
  }

  /// Whether records of a component of the catalog are written.
  @inlinable
  func allow(_ severity: Int, component index: Int) -> Bool {
    severity >= severities[index].load(ordering: .relaxed)
  }

  /// Whether records of any component are written.
  @inlinable
  func allow(_ severity: Int, component name: String) -> Bool {
    severity >= least.load(ordering: .relaxed) && allow(severity, lookingUp: name)
  }

  @usableFromInline
  func allow(_ severity: Int, lookingUp name: String) -> Bool {
    if let index = indexes[name] { return allow(severity, component: index) }
    let threshold = own.withLock { $0.others[name] }
    return severity >= threshold ?? severities[knownCount].load(ordering: .relaxed)
  }

  /// Sets the threshold of a component, or of all that have none of their own.
  func set(_ severity: Int, component name: String?) {
    own.withLock { own in
      defer { updateLeast(own) }
      guard let name else { return setDefault(severity, except: own.known) }
      if let index = indexes[name] {
        own.known.insert(index)
        severities[index].store(severity, ordering: .relaxed)
      } else {
        own.others[name] = severity
      }
    }
  }

  private func updateLeast(_ own: OwnLevels) {
    var severities = Array(own.others.values)
    for index in 0...knownCount {
      severities.append(self.severities[index].load(ordering: .relaxed))
    }
    least.store(severities.min() ?? 0, ordering: .relaxed)
  }

  private func setDefault(_ severity: Int, except own: Set<Int>) {
    for index in 0...knownCount where !own.contains(index) {
      severities[index].store(severity, ordering: .relaxed)
    }
  }
}
