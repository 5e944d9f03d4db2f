/// A table with open addressing that only grows, until all of it goes.
struct Generation<Key: RecentKey, Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var key: Key
    var value: Value?
  }

  private var entries: [Entry] = []
  private let seed: UInt64
  private(set) var count = 0

  init(seed: UInt64) { self.seed = seed }

  func value(of key: Key) -> Value? {
    if count == 0 { return nil }
    return entries[slot(of: key)].value
  }

  /// Takes a key that is not there.
  mutating func insert(_ value: Value, for key: Key) {
    if count * 2 >= entries.count { grow() }
    entries[slot(of: key)] = Entry(key: key, value: value)
    count += 1
  }

  /// Gives a key that is there another value.
  mutating func replace(_ key: Key, with value: Value) { entries[slot(of: key)].value = value }

  mutating func removeAll() {
    for index in entries.indices { entries[index] = Entry(key: .none, value: nil) }
    count = 0
  }

  private mutating func grow() {
    let former = entries
    entries = Array(
      repeating: Entry(key: .none, value: nil), count: max(64, former.count * 2))
    for entry in former where entry.key != .none { entries[slot(of: entry.key)] = entry }
  }

  /// Where a key stands, or would stand.
  private func slot(of key: Key) -> Int {
    let mask = entries.count - 1
    var index = hash(of: key) & mask
    while entries[index].key != key && entries[index].key != .none { index = (index + 1) & mask }
    return index
  }

  private func hash(of key: Key) -> Int {
    let (first, second) = key.words
    let product = (first ^ seed).multipliedFullWidth(by: second ^ 0x9E37_79B9_7F4A_7C15 | 1)
    let mixed = product.high ^ product.low
    let again = (mixed ^ seed).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return Int(truncatingIfNeeded: again.high ^ again.low)
  }
}
