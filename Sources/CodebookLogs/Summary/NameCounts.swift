/// How often names were seen that the catalog does not have.
///
/// The `limit` shortest are kept, and of equally long ones the first in the order of their bytes; so
/// it depends on what was seen alone which are kept, and the counts of those are exact. Names that
/// are made of data are many and long: what is counted among the others is mostly these.
package struct NameCounts: Hashable, Sendable {
  package static let limit = 1024

  package private(set) var counts: [String: Int] = [:]
  /// Records with any other name.
  package private(set) var others = 0
  private let limit: Int

  package init(limit: Int = Self.limit) { self.limit = limit }

  init(counts: [(name: String, count: Int)], others: Int) {
    self.init()
    self.others = others
    for (name, count) in counts where count > 0 { self.counts[name] = count }
    keepShortest()
  }

  package var total: Int { counts.values.reduce(others, +) }

  /// The names that were seen most often come first.
  package var sorted: [(name: String, count: Int)] {
    counts.map { (name: $0.key, count: $0.value) }.sorted {
      $0.count == $1.count ? Self.precedes($0.name, $1.name) : $0.count > $1.count
    }
  }

  func has(_ name: String) -> Bool { counts[name] != nil }

  /// - Parameter name: `nil` where it is none that may be told.
  mutating func add(_ name: String?, count: Int = 1) {
    guard let name else {
      others += count
      return
    }
    counts[name, default: 0] += count
    // Some room, so that not each new name has the others looked through. A name that is once
    // longer than `limit` others is so for good: nothing that is kept in the end is counted short.
    if counts.count > 2 * limit { keepShortest() }
  }

  package mutating func merge(_ other: NameCounts) {
    counts.merge(other.counts, uniquingKeysWith: +)
    others += other.others
    keepShortest()
  }

  /// The same without what there is no room for in the end.
  func shortest() -> NameCounts {
    var counts = self
    counts.keepShortest()
    return counts
  }

  private mutating func keepShortest() {
    guard counts.count > limit else { return }
    for name in counts.keys.sorted(by: Self.precedes)[limit...] {
      others += counts.removeValue(forKey: name) ?? 0
    }
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    let lengths = (left.utf8.count, right.utf8.count)
    guard lengths.0 == lengths.1 else { return lengths.0 < lengths.1 }
    return left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
