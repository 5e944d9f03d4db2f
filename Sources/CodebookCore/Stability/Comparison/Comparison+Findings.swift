/// What rules about changes have in common.
extension Comparison {
  /// A note about where and what an entry, or an attribute of it, was.
  func was(_ entry: SnapshotEntry, _ facet: FacetChange? = nil) -> Diagnostic.Note {
    let place = facet.map { entry.location(of: $0.facet) } ?? entry.location
    let version = entry.version(of: facet?.facet)
    let since = entry.node == nil ? version.map { ", published in \($0)" } ?? "" : ""
    // That something is in a list says no more than that it was there.
    guard let facet, facet.old != .bool(true) || facet.parts.count == 1 else {
      return Diagnostic.Note("it was here\(since)", at: place)
    }
    guard let old = facet.old else { return Diagnostic.Note("it had none here\(since)", at: place) }
    return Diagnostic.Note("it was `\(old.shown)`\(since)", at: place)
  }

  /// A finding about one attribute of an entry that is still there.
  func finding(
    _ change: EntryChange, _ facet: FacetChange, _ message: String, fix: String? = nil
  ) -> ChangeFinding {
    finding(change, [facet], message, fix: fix)
  }

  /// A finding about attributes that changed together; it stands at the first of them.
  func finding(
    _ change: EntryChange, _ facets: [FacetChange], _ message: String, fix: String? = nil
  ) -> ChangeFinding {
    ChangeFinding(
      key: change.key, message: message,
      location: facets.first.flatMap { facet in
        change.after?.location(of: facet.new == nil ? facet.parent : facet.facet)
      } ?? change.location(in: current), facets: facets,
      notes: change.before.map { before in notes(before, facets) } ?? [],
      fix: fix ?? restored(facets, of: change.key))
  }

  /// What the first few attributes were; what is alike is told once.
  private func notes(_ before: SnapshotEntry, _ facets: [FacetChange]) -> [Diagnostic.Note] {
    facets.prefix(3).map { was(before, $0) }.reduce(into: []) { notes, note in
      if !notes.contains(note) { notes.append(note) }
    }
  }

  /// What puts attributes back, as text to paste: `user: The text that it was.`
  private func restored(_ facets: [FacetChange], of key: EntryKey) -> String? {
    let lines = facets.compactMap { facet -> String? in
      guard let old = facet.old, facet.parts.count == 1 else { return nil }
      // Lists whose order counts are one value here, and lists in a catalog.
      if facet.facet == "order" { return "record_order: [\(old.text ?? "")]" }
      if key.kind == .vocabulary { return "\(key.id): \(EntryText.scalar(old))" }
      if facet.facet == "examples" { return "examples: \(old.text ?? "")" }
      return "\(EntryText.catalogKey(facet.facet)): \(EntryText.scalar(old))"
    }
    return lines.isEmpty ? "undo the change" : lines.joined(separator: "\n")
  }

  /// Findings about every entry of some kinds that is gone without a tombstone.
  func removals(_ kinds: EntryKind..., advice: String? = nil) -> [ChangeFinding] {
    removed(kinds).compactMap { change in
      guard let before = change.before else { return nil }
      let isEntry = change.key.kind.hasLifecycle
      return ChangeFinding(
        key: change.key,
        message: "the \(change.key.kind.noun) `\(change.key.id)` is gone"
          + (isEntry ? " without a tombstone" : ""),
        location: change.location(in: current), notes: [was(before)],
        fix: advice ?? EntryText.tombstone(of: before, in: base))
    }
  }

  /// Notes about every entry of some kinds that is new.
  func additions(_ kinds: EntryKind...) -> [ChangeFinding] {
    added(kinds).map { change in
      ChangeFinding(
        key: change.key,
        message: "the \(change.key.kind.noun) `\(change.key.id)` is"
          + (change.isBack ? " there again" : " new"),
        location: change.location(in: current))
    }
  }

  /// Findings about entries of some kinds that have another ID.
  func renamings(
    _ kinds: EntryKind..., where isMeant: (Rename) -> Bool = { _ in true }
  ) -> [ChangeFinding] {
    renames.filter { kinds.contains($0.old.key.kind) && isMeant($0) }.map { rename in
      ChangeFinding(
        key: rename.old.key,
        message: "the \(rename.old.key.kind.noun) `\(rename.old.key.id)` is now called"
          + " `\(rename.new.key.id)`",
        location: rename.new.location, facets: rename.facets,
        notes: [was(rename.old)] + otherwise(rename),
        fix: "call it \(rename.old.key.id) again",
        mark: rename.new.key.id)
    }
  }

  /// What changed together with a name: whoever lets the one pass must see the other.
  private func otherwise(_ rename: Rename) -> [Diagnostic.Note] {
    let facets = rename.facets
    let shown = facets.prefix(5).map { facet in
      let (old, new) = (facet.old?.shown ?? "nothing", facet.new?.shown ?? "nothing")
      return Diagnostic.Note(
        "its \(EntryText.catalogKey(facet.facet)) was `\(old)`, and is `\(new)`",
        at: rename.new.location(of: facet.facet))
    }
    let rest = facets.count - shown.count
    return shown + (rest > 0 ? [Diagnostic.Note("and \(rest) more of what it says")] : [])
  }

  /// Findings about attributes of entries that are still there, one for each that is meant.
  func alterations(
    _ kinds: EntryKind..., where isMeant: (FacetChange) -> Bool,
    message: (EntryChange, FacetChange) -> String
  ) -> [ChangeFinding] {
    altered(kinds).flatMap { change in
      change.facets.filter(isMeant).map { finding(change, $0, message(change, $0)) }
    }
  }

  /// Findings about IDs that are used again, after a tombstone or with another meaning.
  func reuses(_ kinds: EntryKind...) -> [ChangeFinding] {
    // Drafts are not in the snapshot, and reuse an ID all the same.
    let reusedByDrafts = drafts.values.compactMap { draft -> ChangeFinding? in
      guard kinds.contains(draft.key.kind), let before = base.entries[draft.key], before.isGone,
        before.isRetired || before.facets != draft.facets
      else { return nil }
      return reuse(before, at: draft.location)
    }.sorted { $0.key < $1.key }
    let reused = changes.compactMap { change -> ChangeFinding? in
      guard kinds.contains(change.key.kind), let before = change.before, let after = change.after,
        before.isGone, !after.isRetired
      else { return nil }
      // What was taken away and comes back as it was has no other meaning.
      if change.isBack { return nil }
      return reuse(before, at: after.location)
    }
    return reusedByDrafts + reused
  }

  private func reuse(_ before: SnapshotEntry, at place: SourceLocation) -> ChangeFinding {
    let end =
      before.history.retiredSince.map { "retired in \($0)" }
      ?? before.history.removedSince.map { "taken away in \($0)" } ?? "retired"
    return ChangeFinding(
      key: before.key,
      message: "`\(before.key.id)` was \(end) and must never mean anything else",
      location: place,
      notes: [was(before)], fix: "give what is new an ID that was never used")
  }
}

extension SnapshotEntry {
  /// Whether its ID is used up: retired, or taken away.
  var isGone: Bool { isRetired || history.removedSince != nil }
}

extension FacetChange {
  /// The path without its last part; the path itself where it has one part only.
  var parent: String {
    parts.count > 1 ? parts.dropLast().joined(separator: "/") : facet
  }
}
