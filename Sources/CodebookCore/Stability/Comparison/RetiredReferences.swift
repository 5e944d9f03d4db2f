/// References that go because what they refer to is retired.
extension Comparison {
  /// A finding as it weighs: what refers to a tombstone has to let it go, and its retirement is held
  /// against rules of its own.
  func weighed(_ finding: ChangeFinding) -> ChangeFinding {
    guard !finding.facets.isEmpty, finding.facets.allSatisfy({ refersToTombstone($0) }) else {
      return finding
    }
    var finding = finding
    finding.severity = .note
    finding.bump = .minor
    return finding
  }

  private func refersToTombstone(_ facet: FacetChange) -> Bool {
    guard facet.new == nil, facet.parts.count == 2, let kind = Self.kinds[String(facet.parts[0])]
    else { return false }
    return current.entries[EntryKey(kind, String(facet.parts[1]))]?.isRetired ?? false
  }

  private static let kinds: [String: EntryKind] = [
    "errors": .error, "services": .service, "components": .component, "requires": .field,
    "optional": .field,
  ]
}
