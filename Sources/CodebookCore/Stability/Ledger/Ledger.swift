/// Everything that was ever published, as a file of JSON Lines that only grows.
package struct Ledger: Sendable {
  /// A release with where its line stands.
  package struct Release: Sendable {
    package let release: LedgerRelease
    /// Its line's number, from 1.
    package let line: Int
    /// Its facts in the order of the file, each with its line's number.
    package let facts: [(fact: LedgerFact, line: Int)]
  }

  /// The file, for findings.
  package let source: SourceText
  /// In the order of the file, which is one that puts each behind those that it follows.
  package let releases: [Release]

  package var file: String { source.name }

  /// The releases that no other follows: one, or more where branches were merged that both released.
  package var heads: [Release] {
    let followed = Set(releases.flatMap(\.release.previous))
    return releases.filter { !followed.contains($0.release.id) }
  }

  /// The highest version that was released.
  package var version: SemanticVersion? { releases.map(\.release.version).max() }

  package func location(line: Int) -> SourceLocation {
    let width = source.line(line)?.unicodeScalars.count ?? 0
    return SourceLocation(
      file: file,
      range: SourceRange(
        SourcePosition(line: line, column: 1), SourcePosition(line: line, column: 1 + width)))
  }
}

extension Ledger {
  /// Everything that releases have let pass.
  package var claims: [Claim] {
    releases.flatMap(\.facts).flatMap { fact, _ in
      fact.accepted.map { accepted in
        Claim(
          rule: accepted.rule, entry: fact.key.id, fingerprint: accepted.fingerprint,
          reason: accepted.reason, owner: accepted.owner, expires: nil, range: .fileStart)
      }
    }
  }

  /// What stands published, whatever has been retired or removed included.
  package func snapshot() -> Snapshot {
    var entries: [EntryKey: SnapshotEntry] = [:]
    for release in releases {
      let version = release.release.version.description
      for (fact, line) in release.facts {
        entries[fact.key] = Self.entry(
          entries[fact.key], after: fact, in: version, at: lineStart(line))
      }
    }
    let name = version.map { "the ledger (\($0))" } ?? "the ledger"
    return Snapshot(name: name, version: version, entries: entries, sections: [:])
  }

  /// A place without its line's length, which would be looked up ten thousand times.
  private func lineStart(_ line: Int) -> SourceLocation {
    let start = SourcePosition(line: line, column: 1)
    return SourceLocation(file: file, range: SourceRange(start, start))
  }

  private static func entry(
    _ before: SnapshotEntry?, after fact: LedgerFact, in version: String, at place: SourceLocation
  ) -> SnapshotEntry {
    var facets = before?.facets ?? [:]
    var lifecycle = before?.lifecycle ?? Lifecycle()
    var history = before?.history ?? EntryHistory(since: version)
    var origins = before?.origins ?? [:]
    var published = before?.location ?? place
    // Nothing comes back, whichever of two merged branches retired it.
    let isRetired = before?.isRetired ?? false
    switch fact.event {
    case .published(let value, let life):
      facets = value
      (origins, published) = ([:], place)
      lifecycle = isRetired ? lifecycle : life
      history.removedSince = nil
    case .changed(let changes):
      for change in changes {
        facets[change.facet] = change.new
        origins[change.facet] = FacetOrigin(location: place, version: version)
      }
    case .moved(let life) where isRetired && life.stability != .retired: break
    case .moved(let life): lifecycle = life
    case .removed: history.removedSince = version
    }
    if lifecycle.stability == .deprecated, history.deprecatedSince == nil {
      history.deprecatedSince = version
    }
    if lifecycle.stability == .stable { history.deprecatedSince = nil }
    if lifecycle.stability == .retired, history.retiredSince == nil {
      history.retiredSince = version
    }
    return SnapshotEntry(
      key: fact.key, facets: facets, lifecycle: lifecycle, location: published, node: nil,
      history: history, origins: origins)
  }
}
