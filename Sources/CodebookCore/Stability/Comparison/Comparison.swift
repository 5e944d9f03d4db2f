/// What a catalog promises, held against what was promised.
package struct Comparison: Sendable {
  package let base: Snapshot
  package let current: Snapshot
  /// The catalog as it is now.
  package let catalog: Catalog
  /// Sorted by kind and ID. What was renamed is in `renames`, and not here.
  package let changes: [EntryChange]
  package let renames: [Rename]
  /// What the catalog has as a draft, and so does not promise.
  let drafts: [EntryKey: SnapshotEntry]
  /// For sunsets and waivers.
  package let today: CalendarDate

  package init(base: Snapshot, catalog: Catalog, today: CalendarDate) {
    self.init(base: base, current: Snapshot(catalog), catalog: catalog, today: today)
  }

  /// - Parameter current: What `catalog` promises.
  package init(base: Snapshot, current: Snapshot, catalog: Catalog, today: CalendarDate) {
    let drafts = Snapshot.drafts(of: catalog)
    let all = Self.changes(from: base, to: current)
    let renames = RenameInference(all.filter { drafts[$0.key] == nil }).renames()
    let renamed = Set(renames.flatMap { [$0.old.key, $0.new.key] })
    self.base = base
    self.current = current
    self.drafts = drafts
    self.catalog = catalog
    self.today = today
    self.renames = renames
    changes = renamed.isEmpty ? all : all.filter { !renamed.contains($0.key) }
  }

  /// Entries that were there, and are neither there nor a tombstone; what became a draft is none.
  func removed(_ kinds: [EntryKind]) -> [EntryChange] {
    changes.filter {
      kinds.contains($0.key.kind) && $0.after == nil && !$0.wasGone && drafts[$0.key] == nil
    }
  }

  /// Entries that no release had, or that were taken away and are back as they were.
  func added(_ kinds: [EntryKind]) -> [EntryChange] {
    changes.filter { kinds.contains($0.key.kind) && ($0.before == nil || $0.isBack) }
  }

  /// Entries that are there as they were, with something changed: neither new, nor gone, nor back.
  func altered(_ kinds: [EntryKind] = EntryKind.allCases) -> [EntryChange] {
    changes.filter { kinds.contains($0.key.kind) && $0.isAltered }
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
      let isBack = before.history.removedSince != nil
      if isBack, !key.kind.keepsIDs {
        // Such a thing leaves no ID behind that could be used up.
        changes.append(EntryChange(key: key, before: nil, after: after, facets: []))
        continue
      }
      let facets = FacetChange.changes(from: before.facets, to: after.facets)
      guard !facets.isEmpty || before.lifecycle != after.lifecycle || isBack else { continue }
      changes.append(EntryChange(key: key, before: before, after: after, facets: facets))
    }
    for (key, after) in current.entries where base.entries[key] == nil {
      changes.append(EntryChange(key: key, before: nil, after: after, facets: []))
    }
    return changes.sorted { $0.key < $1.key }
  }
}
