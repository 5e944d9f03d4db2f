/// Everything that a catalog promises at one moment: as it is written, or as a ledger has it.
package struct Snapshot: Sendable {
  /// What the moment is called: `catalog.yaml`, `the ledger (1.2.0)`.
  package let name: String
  /// `nil` where nothing was released yet.
  package let version: SemanticVersion?
  package let entries: [EntryKey: SnapshotEntry]
  /// Where entries of a kind stand, for what is missing there.
  let sections: [EntryKind: SourceLocation]

  /// Before the first release.
  package static let empty = Snapshot(
    name: "nothing", version: nil, entries: [:], sections: [:])
}

/// An entry at one moment.
///
/// A class, since changes, renames and findings all carry it: a copy is one reference.
package final class SnapshotEntry: Sendable {
  package let key: EntryKey
  package let facets: Facets
  package let lifecycle: Lifecycle
  /// Where its ID stands: in a catalog, or the ledger's line that published it.
  package let location: SourceLocation
  /// Its mapping in a catalog, to find the places of its facets; `nil` in a ledger.
  let node: Node?
  /// Versions from the ledger; where it stands in a catalog only what that says.
  package let history: EntryHistory
  /// Where a ledger gave facets another value than the entry was published with.
  let origins: [String: FacetOrigin]

  package init(
    key: EntryKey, facets: Facets, lifecycle: Lifecycle, location: SourceLocation, node: Node?,
    history: EntryHistory, origins: [String: FacetOrigin] = [:]
  ) {
    self.key = key
    self.facets = facets
    self.lifecycle = lifecycle
    self.location = location
    self.node = node
    self.history = history
    self.origins = origins
  }

  package var isRetired: Bool { lifecycle.stability == .retired }
}

/// The line of a ledger that gave a facet its value, and the version that it belongs to.
package struct FacetOrigin: Sendable, Hashable {
  let location: SourceLocation
  let version: String
}

/// When an entry came and went.
package struct EntryHistory: Sendable, Hashable {
  package var since: String?
  package var deprecatedSince: String?
  package var retiredSince: String?
  /// In which release it was taken away without a tombstone, under a waiver.
  package var removedSince: String?

  package init(
    since: String? = nil, deprecatedSince: String? = nil, retiredSince: String? = nil,
    removedSince: String? = nil
  ) {
    self.since = since
    self.deprecatedSince = deprecatedSince
    self.retiredSince = retiredSince
    self.removedSince = removedSince
  }
}

extension SnapshotEntry {
  /// What the canonical form calls a facet and a catalog otherwise.
  private static let catalogKeys = [
    "user_message": "user", "operator_message": "operator", "services": "service",
    "components": "component", "order": "record_order",
  ]

  /// The version that gave a facet its value, or the entry where none is asked for.
  func version(of facet: String?) -> String? {
    facet.flatMap { origins[$0]?.version } ?? history.since
  }

  /// Where a facet stands; where it has no place of its own, the nearest that has one.
  package func location(of facet: String) -> SourceLocation {
    guard var node else { return origins[facet]?.location ?? location }
    var place = location.range
    for part in facet.split(separator: "/", omittingEmptySubsequences: false) {
      let name = String(part)
      // A catalog has the keys of one's own among the others.
      if name == "extensions", node.pair(name) == nil { continue }
      if let pair = node.pair(Self.catalogKeys[name] ?? name) {
        place = pair.value.isCollection ? pair.key.range : pair.value.range
        node = pair.value
      } else if let item = node.items.first(where: { $0.scalarText == name }) {
        return SourceLocation(file: location.file, range: item.range)
      } else {
        break
      }
    }
    return SourceLocation(file: location.file, range: place)
  }
}
