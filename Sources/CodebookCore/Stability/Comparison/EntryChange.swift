/// One attribute that is not as it was.
package struct FacetChange: Sendable, Hashable {
  /// Such as `user_message` or `details/port/type`.
  package let facet: String
  /// `nil` where the entry had no such attribute.
  package let old: FacetValue?
  /// `nil` where the entry has it no longer.
  package let new: FacetValue?

  /// What differs, sorted by path.
  static func changes(from old: Facets, to new: Facets) -> [FacetChange] {
    guard old != new else { return [] }
    return Set(old.keys).union(new.keys).compactMap { name in
      old[name] == new[name] ? nil : FacetChange(facet: name, old: old[name], new: new[name])
    }.sorted { $0.facet.utf8.lexicographicallyPrecedes($1.facet.utf8) }
  }

  /// The parts of the path.
  var parts: [Substring] { facet.split(separator: "/", omittingEmptySubsequences: false) }
}

/// An entry that is not as it was.
package struct EntryChange: Sendable {
  package let key: EntryKey
  /// `nil` where the entry is new.
  package let before: SnapshotEntry?
  /// `nil` where the entry is gone.
  package let after: SnapshotEntry?
  /// What differs, sorted by path; empty where the entry is new or gone.
  package let facets: [FacetChange]

  /// Where the change is shown: the entry, or where it would go.
  func location(in current: Snapshot) -> SourceLocation {
    after?.location ?? current.sections[key.kind] ?? SourceLocation(file: current.name)
  }

  func change(of facet: String) -> FacetChange? { facets.first { $0.facet == facet } }

  /// The changes of facets below a path, such as `details`.
  func changes(below path: String) -> [FacetChange] {
    facets.filter { $0.facet.utf8.starts(with: "\(path)/".utf8) }
  }

  /// Whether the entry was retired, or taken away under a waiver, by an earlier release.
  var wasGone: Bool { before?.isGone ?? false }

  /// Whether the entry was taken away, and is there again as it was.
  var isBack: Bool {
    guard let before, let after else { return false }
    return before.isGone && !before.isRetired && !after.isRetired && facets.isEmpty
  }

  /// Whether the entry is neither new, nor gone, nor back.
  var isAltered: Bool { before != nil && after != nil && !wasGone }
}
