/// The queued requests of a lane, the least sequence first.
struct LaneQueue: Sendable {
  /// A queued request: its number, and where it stands in the table.
  struct Entry: Sendable {
    let sequence: Int64
    let slot: Int
  }

  private var entries: [Entry] = []
  /// What stands before is taken out already.
  private var head = 0

  /// From so many entries taken out on they are moved away, if they are half of all.
  private static let slack = 32

  var count: Int { entries.count - head }

  var isEmpty: Bool { head == entries.count }

  /// Puts a request in its place.
  mutating func insert(_ entry: Entry) {
    if let last = entries.last, last.sequence > entry.sequence {
      entries.insert(entry, at: place(of: entry.sequence))
    } else {
      entries.append(entry)
    }
  }

  /// Takes the first one out.
  mutating func removeFirst() -> Entry? {
    guard head < entries.count else { return nil }
    let entry = entries[head]
    head += 1
    if head >= Self.slack, 2 * head >= entries.count {
      entries.removeFirst(head)
      head = 0
    }
    return entry
  }

  /// Takes the one of a number out.
  mutating func remove(_ sequence: Int64) {
    let place = place(of: sequence)
    guard place < entries.count, entries[place].sequence == sequence else { return }
    entries.remove(at: place)
  }

  /// Where a number stands, or would.
  private func place(of sequence: Int64) -> Int {
    var low = head
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].sequence < sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
