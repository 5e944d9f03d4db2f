internal import Synchronization

/// Finds what must not be written, and writes something else in its place.
///
/// One redactor serves all threads. Where nothing is found nothing is allocated.
public final class Redactor: Sendable {
  let memory: TableMemory
  let labels: RuleLabels
  let lookup: NameLookup
  let workshop: Workshop
  private let tally: Mutex<[Int]>

  /// What fingerprints are made with; without it they are left out.
  public let fingerprintKey: FingerprintKey?

  /// Makes a redactor of tables.
  public init(_ tables: RedactionTables, fingerprintKey: FingerprintKey? = nil) {
    memory = TableMemory(tables)
    labels = RuleLabels(memory)
    lookup = NameLookup(memory: memory)
    workshop = Workshop(memory: memory, labels: labels)
    tally = Mutex([Int](repeating: 0, count: labels.ids.count + 1))
    self.fingerprintKey = fingerprintKey
  }

  /// How far texts are followed.
  public var limits: RedactionLimits { memory.limits }

  /// The ID of a rule by its number.
  public func id(of rule: Int) -> String {
    labels.ids.indices.contains(rule) ? labels.ids[rule] : "sensitive"
  }

  /// How often each rule found something, by its ID; rules that never did are left out.
  public var counts: [String: Int] {
    let numbers = tally.withLock { $0 }
    var counts: [String: Int] = [:]
    for (rule, count) in numbers.enumerated() where count > 0 { counts[id(of: rule)] = count }
    return counts
  }

  /// Counts what was found.
  public func add(_ finds: RedactionFinds) {
    guard !finds.isEmpty else { return }
    tally.withLock { counts in
      for rule in finds.rules { counts[min(Int(rule), counts.count - 1)] += 1 }
    }
  }
}
