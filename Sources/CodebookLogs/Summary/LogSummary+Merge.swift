internal import CodebookCore
package import CodebookRuntime

extension LogSummary {
  /// Why two summaries do not merge.
  package enum MergeError: Error, Hashable, Sendable {
    case otherCatalog(CatalogIdentity)
    /// A count is greater than any that a summary may have.
    case tooMany
  }

  /// The greatest integer that every reader of JSON keeps exactly.
  package static let greatestCount = 1 << 53 - 1

  /// Adds what another run counted.
  package mutating func merge(_ other: LogSummary) throws(MergeError) {
    guard other.identity == identity, other.names.count == names.count else {
      throw .otherCatalog(other.identity)
    }
    add(other)
    // A name is in fewer records than there are, and a record is a line.
    let found = Severity.allCases.map(findings.count)
    guard max(lines, bytes, found.max() ?? 0) <= Self.greatestCount else { throw .tooMany }
  }

  /// Adds what another thread counted with the same catalog.
  mutating func add(_ other: LogSummary) {
    // Each count is at most `greatestCount`: no sum of two overflows.
    lines += other.lines
    records += other.records
    bytes += other.bytes
    faultyLines += other.faultyLines
    timeless += other.timeless
    times = Self.union(times, other.times)
    for slot in numbers.indices { numbers[slot] += other.numbers[slot] }
    pairs.merge(other.pairs, uniquingKeysWith: +)
    for place in unlisted.indices { unlisted[place].merge(other.unlisted[place]) }
    overTime.merge(other.overTime)
    findings.merge(other.findings)
  }

  private static func union(
    _ left: ClosedRange<Int64>?, _ right: ClosedRange<Int64>?
  ) -> ClosedRange<Int64>? {
    guard let left, let right else { return left ?? right }
    return min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
  }
}

extension LogSummary: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    left.identity == right.identity && left.lines == right.lines && left.records == right.records
      && left.bytes == right.bytes && left.faultyLines == right.faultyLines
      && left.timeless == right.timeless && left.times == right.times
      && left.numbers == right.numbers && left.pairs == right.pairs
      && left.unlisted == right.unlisted && left.overTime == right.overTime
      && left.findings == right.findings
  }
}
