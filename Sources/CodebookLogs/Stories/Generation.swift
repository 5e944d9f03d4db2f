/// A table with open addressing that only grows, until all of it goes.
///
/// Entries stand in the order in which they came. What is searched are slots of four bytes, each
/// with the number of an entry and as much of its key's hash as there is room for: those stay in
/// the processor's caches, and hardly an entry is looked at that is not the one.
struct Generation<Key: RecentKey, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let key: Key
    var value: Value
  }

  private var entries: [Entry] = []
  /// Zero where there is nothing.
  private var slots = [UInt32](repeating: 0, count: 64)
  private let seed: UInt64
  private let numberMask: UInt32

  /// - Parameter limit: How many keys it ever has; at most 2^28.
  init(limit: Int, seed: UInt64) {
    self.seed = seed
    numberMask = UInt32.max >> UInt32(UInt32(limit).leadingZeroBitCount)
  }

  var count: Int { entries.count }

  func value(of key: Key, hash: UInt64) -> Value? {
    let number = slots[slot(of: key, hash)] & numberMask
    return number == 0 ? nil : entries[Int(number) - 1].value
  }

  /// Takes a key that is not there.
  mutating func insert(_ value: Value, for key: Key, hash: UInt64) {
    if (entries.count + 1) * 4 > slots.count * 3 { grow() }
    let slot = slot(of: key, hash)
    entries.append(Entry(key: key, value: value))
    slots[slot] = UInt32(entries.count) | tag(hash)
  }

  /// Gives a key that is there another value.
  mutating func replace(_ key: Key, with value: Value, hash: UInt64) {
    entries[Int(slots[slot(of: key, hash)] & numberMask) - 1].value = value
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      let hash = entry.key.hash(seed: seed)
      slots[slot(of: entry.key, hash)] = UInt32(index + 1) | tag(hash)
    }
  }

  @inline(__always)
  private func tag(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) & ~numberMask }

  /// Where a key stands, or would stand.
  @inline(__always)
  private func slot(of key: Key, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    let tag = tag(hash)
    var index = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[index] != 0 {
      let number = slots[index] & numberMask
      if slots[index] & ~numberMask == tag, entries[Int(number) - 1].key == key { break }
      index = (index + 1) & mask
    }
    return index
  }
}
