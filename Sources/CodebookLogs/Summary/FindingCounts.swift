package import CodebookCore

/// What was found in logs, without repetition, and how often each.
///
/// The first `limit` groups in their own order are kept, whatever the order in which they were
/// found, so that merging in any order gives the same.
package struct FindingCounts: Hashable, Sendable {
  /// What a group's findings have in common.
  package struct Kind: Hashable, Sendable {
    package let severity: Severity
    package let rule: String
    package let message: String

    package init(severity: Severity, rule: String, message: String) {
      self.severity = severity
      self.rule = rule
      self.message = message
    }
  }

  /// Where one of them is.
  package struct Place: Hashable, Comparable, Sendable {
    /// The name of a file, or `<stdin>`.
    package let source: String
    package let line: Int
    package let column: Int

    package init(source: String, line: Int, column: Int) {
      self.source = source
      self.line = line
      self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool {
      guard left.source == right.source else {
        return left.source.utf8.lexicographicallyPrecedes(right.source.utf8)
      }
      return (left.line, left.column) < (right.line, right.column)
    }
  }

  package struct Group: Hashable, Sendable {
    package var count: Int
    /// The least of the places: by the source's name, then by line and column.
    package var first: Place
    package var last: Place

    package init(count: Int, first: Place, last: Place) {
      self.count = count
      self.first = first
      self.last = last
    }

    mutating func merge(_ other: Group) {
      count += other.count
      first = min(first, other.first)
      last = max(last, other.last)
    }
  }

  package static let limit = 1000

  package private(set) var groups: [Kind: Group] = [:]
  /// Findings of other groups.
  package private(set) var others: [Severity: Int] = [:]
  private let limit: Int

  package init(limit: Int = Self.limit) { self.limit = limit }

  /// Adds groups that may be there already.
  package mutating func add(_ added: some Sequence<(Kind, Group)>) {
    for (kind, group) in added { add(kind, group) }
    keepFirst()
  }

  private mutating func add(_ kind: Kind, _ group: Group) {
    if groups[kind]?.merge(group) == nil { groups[kind] = group }
    if groups.count > 2 * limit { keepFirst() }
  }

  /// Adds findings of which no more is known.
  package mutating func add(others count: Int, _ severity: Severity) {
    if count > 0 { others[severity, default: 0] += count }
  }

  package mutating func merge(_ other: FindingCounts) {
    for (severity, count) in other.others { add(others: count, severity) }
    add(other.groups.lazy.map { ($0.key, $0.value) })
  }

  /// How many findings weigh `severity`.
  package func count(_ severity: Severity) -> Int {
    groups.reduce(others[severity] ?? 0) { $1.key.severity == severity ? $0 + $1.value.count : $0 }
  }

  /// The most severe come first.
  package var sorted: [(kind: Kind, group: Group)] {
    groups.sorted { Self.precedes($0.key, $1.key) }.map { (kind: $0.key, group: $0.value) }
  }

  private mutating func keepFirst() {
    guard groups.count > limit else { return }
    for kind in groups.keys.sorted(by: Self.precedes)[limit...] {
      let count = groups.removeValue(forKey: kind)?.count ?? 0
      add(others: count, kind.severity)
    }
  }

  private static func precedes(_ left: Kind, _ right: Kind) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    return NameCounts.precedes(left.message, right.message)
  }
}
