/// A line in a block.
struct LineSpot: Hashable, Sendable {
  /// From 0.
  let line: Int
  /// Its bytes, without a line feed.
  let bytes: Range<Int>
}

/// The findings of a block, in groups: by rule and message.
struct BlockFindings: Sendable {
  /// A finding with those that are the same, from the first to the last.
  struct Entry: Sendable {
    let finding: LineFinding
    let first: LineSpot
    var count: Int
    var last: LineSpot
    /// The bytes of the last line at which it is.
    var lastRange: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private var places: [FindingKey: Int] = [:]

  /// How many groups wait for their turn at most.
  private static let limit = 1000

  var isFull: Bool { entries.count >= Self.limit }

  mutating func add(_ finding: LineFinding, at spot: LineSpot) {
    let key = FindingKey(finding)
    if let place = places[key] {
      entries[place].count += 1
      entries[place].last = spot
      entries[place].lastRange = finding.range
    } else {
      places[key] = entries.count
      entries.append(
        Entry(finding: finding, first: spot, count: 1, last: spot, lastRange: finding.range))
    }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }
}

/// What findings of one group have in common.
struct FindingKey: Hashable, Sendable {
  let rule: String
  let message: String

  init(_ finding: LineFinding) {
    rule = finding.rule
    message = finding.message
  }
}
