/// A key of a `RecentTable`: two words, of which one is never zero.
protocol RecentKey: Equatable, Sendable {
  static var none: Self { get }
  var words: (UInt64, UInt64) { get }
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
  /// How many keys were forgotten.
  private(set) var forgotten = 0

  init(limit: Int) {
    half = max(1, limit / 2)
    // Nobody outside can make keys that fall on one another.
    let seed = UInt64.random(in: .min ... .max)
    young = Generation(seed: seed)
    old = Generation(seed: seed)
  }

  /// The value of a key; a key that is not remembered gets `value`, and `nil` is given back.
  mutating func value(of key: Key, orSet value: Value) -> Value? {
    if let known = self.value(of: key) { return known }
    makeRoom()
    young.insert(value, for: key)
    return nil
  }

  /// The value of a key, where it is remembered.
  mutating func value(of key: Key) -> Value? {
    if let known = young.value(of: key) { return known }
    guard let known = old.value(of: key) else { return nil }
    promoted += 1
    makeRoom()
    young.insert(known, for: key)
    return known
  }

  /// Sets the value of a key that was asked for just before.
  mutating func replace(_ key: Key, with value: Value) { young.replace(key, with: value) }

  private mutating func makeRoom() {
    guard young.count == half else { return }
    forgotten += old.count - promoted
    promoted = 0
    swap(&young, &old)
    young.removeAll()
  }
}
