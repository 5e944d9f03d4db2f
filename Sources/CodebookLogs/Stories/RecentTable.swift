/// A key of a `RecentTable`.
protocol RecentKey: Equatable, Sendable {
  var words: (UInt64, UInt64) { get }
}

extension RecentKey {
  /// Nobody who does not know the seed can make keys that fall on one another.
  @inline(__always)
  func hash(seed: UInt64) -> UInt64 {
    let (first, second) = words
    let product = (first ^ seed).multipliedFullWidth(by: second ^ 0x9E37_79B9_7F4A_7C15 | 1)
    let mixed = product.high ^ product.low
    let again = (mixed ^ seed).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return again.high ^ again.low
  }
}

/// Remembers values by their keys: the `limit` last ones at most, and half as many at least.
///
/// There are two generations. What is asked for goes over into the young one; when that has its
/// half, it becomes the old one, and what still stood in the old one is forgotten.
struct RecentTable<Key: RecentKey, Value: Sendable>: Sendable {
  private var young: Generation<Key, Value>
  private var old: Generation<Key, Value>
  /// How many of the old generation have gone over.
  private var promoted = 0
  private let half: Int
  private let seed: UInt64
  /// How many keys were forgotten.
  private(set) var forgotten = 0

  init(limit: Int) {
    half = max(1, limit / 2)
    seed = UInt64.random(in: .min ... .max)
    young = Generation(limit: half, seed: seed)
    old = young
  }

  /// The value of a key; a key that is not remembered gets `value`, and `nil` is given back.
  mutating func value(of key: Key, orSet value: Value) -> Value? {
    let hash = key.hash(seed: seed)
    if let known = self.value(of: key, hash) { return known }
    makeRoom()
    young.insert(value, for: key, hash: hash)
    return nil
  }

  /// The value of a key, where it is remembered.
  mutating func value(of key: Key) -> Value? { value(of: key, key.hash(seed: seed)) }

  /// Sets the value of a key that was asked for just before.
  mutating func replace(_ key: Key, with value: Value) {
    young.replace(key, with: value, hash: key.hash(seed: seed))
  }

  private mutating func value(of key: Key, _ hash: UInt64) -> Value? {
    if let known = young.value(of: key, hash: hash) { return known }
    guard let known = old.value(of: key, hash: hash) else { return nil }
    promoted += 1
    makeRoom()
    young.insert(known, for: key, hash: hash)
    return known
  }

  private mutating func makeRoom() {
    guard young.count == half else { return }
    forgotten += old.count - promoted
    promoted = 0
    swap(&young, &old)
    young.removeAll()
  }
}
