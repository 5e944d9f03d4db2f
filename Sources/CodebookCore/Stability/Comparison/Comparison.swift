/// What a catalog promises, held against what was promised.
package struct Comparison: Sendable {
  package let base: Snapshot
  package let current: Snapshot
  /// The catalog as it is now.
  package let catalog: Catalog
  /// Sorted by kind and ID. What was renamed is in `renames`, and not here.
  package let changes: [EntryChange]
  package let renames: [Rename]
  /// For sunsets and waivers.
  package let today: CalendarDate
  /// What the catalog has and does not promise yet.
  let drafts: [EntryKey: EntryInfo]

  package init(base: Snapshot, catalog: Catalog, today: CalendarDate) {
    self.init(base: base, current: Snapshot(catalog), catalog: catalog, today: today)
  }

  /// - Parameter current: What `catalog` promises.
  package init(base: Snapshot, current: Snapshot, catalog: Catalog, today: CalendarDate) {
    let all = Self.changes(from: base, to: current)
    let renames = RenameInference(all, base: base, current: current).renames()
    let renamed = Set(renames.flatMap { [$0.old.key, $0.new.key] })
    self.base = base
    self.current = current
    self.catalog = catalog
    self.today = today
    self.renames = renames
    drafts = catalog.drafts()
    changes = renamed.isEmpty ? all : all.filter { !renamed.contains($0.key) }
  }

  /// The changes of entries of some kinds.
  func changes(of kinds: EntryKind...) -> [EntryChange] {
    changes.filter { kinds.contains($0.key.kind) }
  }

  /// Entries that were there, and are neither there nor a tombstone.
  func removed(_ kinds: EntryKind...) -> [EntryChange] {
    changes.filter { kinds.contains($0.key.kind) && $0.after == nil && !$0.wasGone }
  }

  /// Entries that no release had.
  func added(_ kinds: EntryKind...) -> [EntryChange] {
    changes.filter { kinds.contains($0.key.kind) && $0.before == nil }
  }

  /// Entries that are there as they were, with something changed: neither new, nor gone, nor back.
  func altered(_ kinds: EntryKind...) -> [EntryChange] {
    changes.filter {
      kinds.contains($0.key.kind) && $0.before != nil && $0.after != nil && !$0.wasGone
    }
  }

  private static func changes(from base: Snapshot, to current: Snapshot) -> [EntryChange] {
    var changes: [EntryChange] = []
    for (key, before) in base.entries {
      guard let after = current.entries[key] else {
        // A ledger also tells of what is gone already.
        if before.history.removedSince == nil {
          changes.append(EntryChange(key: key, before: before, after: nil, facets: []))
        }
        continue
      }
      let facets = before.facets == after.facets ? [] : Self.facets(before.facets, after.facets)
      let isBack = before.history.removedSince != nil
      guard !facets.isEmpty || before.lifecycle != after.lifecycle || isBack else { continue }
      changes.append(EntryChange(key: key, before: before, after: after, facets: facets))
    }
    for (key, after) in current.entries where base.entries[key] == nil {
      changes.append(EntryChange(key: key, before: nil, after: after, facets: []))
    }
    return changes.sorted { $0.key < $1.key }
  }

  private static func facets(_ old: Facets, _ new: Facets) -> [FacetChange] {
    let names = Set(old.keys).union(new.keys)
    return names.compactMap { name in
      old[name] == new[name] ? nil : FacetChange(facet: name, old: old[name], new: new[name])
    }.sorted { $0.facet.utf8.lexicographicallyPrecedes($1.facet.utf8) }
  }
}
