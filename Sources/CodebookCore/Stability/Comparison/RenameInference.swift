/// An entry that is gone, and one that is new and says the same.
package struct Rename: Sendable {
  package let old: SnapshotEntry
  package let new: SnapshotEntry

  /// What differs besides the name.
  var facets: [FacetChange] {
    FacetChange.changes(from: Self.meaning(of: old), to: Self.meaning(of: new))
  }

  /// What an entry says, whatever it is called.
  static func meaning(of entry: SnapshotEntry) -> Facets {
    entry.facets.filter { !["swift_name", "python_name", "domain", "category"].contains($0.key) }
  }
}

/// Finds entries that were renamed, so that one finding says so instead of two.
struct RenameInference {
  private let removed: [SnapshotEntry]
  private let added: [SnapshotEntry]

  /// Above how many pairs entries are held to be the same only where they say exactly the same:
  /// comparing all with all would take for ever.
  private static let mostPairs = 40_000
  /// How much of what two entries say must agree.
  private static let likeness = 0.7

  init(_ changes: [EntryChange]) {
    removed = changes.filter { $0.after == nil && !$0.wasGone }.compactMap(\.before)
    added = changes.filter { $0.before == nil }.compactMap(\.after).filter { !$0.isRetired }
  }

  func renames() -> [Rename] {
    var renames: [Rename] = []
    for kind in EntryKind.allCases where kind.keepsIDs {
      let old = removed.filter { $0.key.kind == kind }
      let new = added.filter { $0.key.kind == kind }
      guard !old.isEmpty, !new.isEmpty else { continue }
      renames += Self.pairs(old, new)
    }
    return renames
  }

  private static func pairs(_ old: [SnapshotEntry], _ new: [SnapshotEntry]) -> [Rename] {
    var renames: [Rename] = []
    var taken: Set<EntryKey> = []
    var exact: [Facets: [SnapshotEntry]] = [:]
    for entry in new.reversed() { exact[Rename.meaning(of: entry), default: []].append(entry) }
    var rest: [SnapshotEntry] = []
    for entry in old {
      let meaning = Rename.meaning(of: entry)
      if FacetWeight.tells(meaning), let match = exact[meaning]?.popLast() {
        renames.append(Rename(old: entry, new: match))
        taken.insert(match.key)
      } else {
        rest.append(entry)
      }
    }
    let left = new.filter { !taken.contains($0.key) }
    return renames + alike(rest, left)
  }

  /// The most alike first; each entry once.
  private static func alike(_ old: [SnapshotEntry], _ new: [SnapshotEntry]) -> [Rename] {
    let old = old.filter { FacetWeight.tells(Rename.meaning(of: $0)) }
    guard old.count * new.count <= mostPairs else { return [] }
    var pairs: [(likeness: Double, old: SnapshotEntry, new: SnapshotEntry)] = []
    let (before, after) = (old.map(Profile.init), new.map(Profile.init))
    for (place, old) in old.enumerated() {
      for (other, new) in new.enumerated() {
        let likeness = likeness(before[place], after[other])
        if likeness >= Self.likeness { pairs.append((likeness, old, new)) }
      }
    }
    pairs.sort { left, right in
      if left.likeness != right.likeness { return left.likeness > right.likeness }
      return (left.old.key, left.new.key) < (right.old.key, right.new.key)
    }
    var taken: Set<EntryKey> = []
    return pairs.compactMap { pair in
      guard taken.isDisjoint(with: [pair.old.key, pair.new.key]) else { return nil }
      taken.formUnion([pair.old.key, pair.new.key])
      return Rename(old: pair.old, new: pair.new)
    }
  }

  /// From 0 to 1: how many of the facets that both or either have are the same, by their weight;
  /// texts count by their common words.
  private static func likeness(_ old: Profile, _ new: Profile) -> Double {
    var (common, all) = (0.0, 0.0)
    for name in Set(old.meaning.keys).union(new.meaning.keys) {
      // Parameters and messages tell codes apart; a default that all entries have does not.
      let weight = FacetWeight.weight(of: name)
      all += weight
      switch (old.meaning[name], new.meaning[name]) {
      case (let left?, let right?) where left == right: common += weight
      case (.string?, .string?):
        common += weight * overlap(old.words[name] ?? [], new.words[name] ?? [])
      default: break
      }
    }
    return all > 0 ? common / all : 0
  }

  private static func overlap(_ left: Set<String>, _ right: Set<String>) -> Double {
    let union = left.union(right).count
    return union == 0 ? 0 : Double(left.intersection(right).count) / Double(union)
  }
}

/// What an entry is compared by, worked out once.
private struct Profile {
  let meaning: Facets
  /// The words of each text; of a long one those of its beginning.
  let words: [String: Set<String>]

  private static let mostWords = 60

  init(_ entry: SnapshotEntry) {
    meaning = Rename.meaning(of: entry)
    words = meaning.compactMapValues { value in
      value.text.map { text in
        Set(Words(text).lazy.prefix(Self.mostWords).map { $0.text.lowercased() })
      }
    }
  }
}

/// How much a facet tells of what an entry means.
private enum FacetWeight {
  /// Whether entries that say the same are the same: two fields of one type, without a word of what
  /// they are, need not be.
  static func tells(_ meaning: Facets) -> Bool { meaning.keys.contains { weight(of: $0) >= 2 } }

  static func weight(of facet: String) -> Double {
    switch facet {
    case "user_message", "operator_message", "message", "scenario", "description": 4
    case "severity": 4
    case "expected", "evidence", "preconditions": 2
    case "sensitivity", "required": 0.25
    case _ where facet.utf8.starts(with: "contents/".utf8): 2
    default: 1
    }
  }
}
