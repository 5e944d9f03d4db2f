@testable import CodebookCore

/// A catalog that lives: entries come, change, are deprecated, retired and taken away.
struct History {
  struct Item: Hashable {
    /// Which of many things it says.
    var meaning: Int
    var stability = Stability.stable
  }

  /// What the catalog has, tombstones included.
  private(set) var items: [EntryKey: Item] = [:]
  /// What was published once, and is a tombstone or taken away.
  private(set) var gone: [EntryKey: Item] = [:]
  private var published: Set<EntryKey> = []
  private var count = 0
  /// Branches count in steps, so that they do not meet.
  private var step = 1
  private var meanings = 0

  private static let kinds: [EntryKind] = [.error, .scope, .scenario, .event]

  /// A history that goes on beside another, with IDs and texts of its own.
  func branch(_ place: Int, of branches: Int) -> History {
    var branch = self
    branch.count = count + place
    branch.step = branches
    return branch
  }

  /// What both branches come to: each side's changes since they parted. An entry that is gone in
  /// one is gone.
  func merged(with other: History, since base: History) -> History {
    var merged = self
    merged.count = max(count, other.count)
    merged.step = 1
    merged.meanings = max(meanings, other.meanings)
    merged.published = published.union(other.published)
    merged.gone = gone.merging(other.gone) { own, _ in own }
    merged.items = items.merging(other.items) { own, _ in own }
    for (key, theirs) in other.items {
      guard let own = items[key], let base = base.items[key] else { continue }
      if own.meaning == base.meaning { merged.items[key]?.meaning = theirs.meaning }
      if own.stability == base.stability || theirs.stability == .retired {
        merged.items[key]?.stability = theirs.stability
      }
    }
    // Taken away on one side only, unless the other side made a tombstone of it.
    for (key, item) in merged.items where merged.gone[key] != nil && item.stability != .retired {
      merged.items[key] = nil
    }
    return merged
  }

  /// Something that people do between two releases.
  mutating func change(_ random: inout SeededGenerator) {
    let keys = items.keys.filter { items[$0]?.stability != .retired }.sorted()
    guard let key = keys.randomElement(using: &random), keys.count > 3 else { return add(&random) }
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<5: add(&random)
    case 5, 6: reword(key)
    case 7, 8: items[key]?.stability = .deprecated
    case 9: items[key]?.stability = .stable
    case 10 where items[key]?.stability == .deprecated:
      items[key]?.stability = .retired
      gone[key] = items[key]
    default:
      if published.contains(key) { gone[key] = items[key] }
      items[key] = nil
    }
  }

  /// What the catalog has is released.
  mutating func release() { published.formUnion(items.keys) }

  private mutating func add(_ random: inout SeededGenerator) {
    let kind = Self.kinds.randomElement(using: &random) ?? .error
    count += step
    let item = Item(meaning: newMeaning())
    items[EntryKey(kind, Self.id(kind, count))] = item
  }

  private mutating func reword(_ key: EntryKey) {
    // Two branches do not mend the same text, or people decide between them.
    guard step == 1 || key.number % step == count % step else { return }
    let meaning = newMeaning()
    items[key]?.meaning = meaning
  }

  private mutating func newMeaning() -> Int {
    meanings += 1
    return meanings
  }

  private static func id(_ kind: EntryKind, _ number: Int) -> String {
    switch kind {
    case .error: "ACME-DB-\(String(1000 + number).dropFirst())"
    case .scenario: "RR-\(number)"
    default: "entry_\(number)"
    }
  }

  /// The catalog with everything that is gone used again, with another meaning.
  func reusing(as stability: Stability) -> History {
    var history = self
    for key in gone.keys { history.items[key] = Item(meaning: 9_999, stability: stability) }
    return history
  }
}

extension EntryKey {
  /// The number in an ID.
  fileprivate var number: Int { Int(id.filter(\.isNumber)) ?? 0 }
}
