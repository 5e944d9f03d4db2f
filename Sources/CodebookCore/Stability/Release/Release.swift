/// A release to be: what a ledger gets, and why it may not.
package struct Release: Sendable {
  package let version: SemanticVersion
  /// What stands behind today's lines: the facts, and the release.
  package let lines: [UInt8]
  /// How many facts that are.
  package let factCount: Int

  /// - Parameters:
  ///   - ledger: `nil` for the first release.
  ///   - comparison: The catalog, with the version that it is to have, against the ledger.
  ///   - check: What the rules say of it.
  ///   - digest: That of the catalog with the version that it is to have.
  package init(
    _ version: SemanticVersion, after ledger: Ledger?, comparison: Comparison,
    check: StabilityCheck, digest: String
  ) {
    let facts = ReleaseFacts(comparison: comparison, accepted: check.accepted).facts()
    let previous = (ledger?.heads ?? []).map(\.release.id).sorted()
    let sha256 = LedgerEncoding.digest(
      version: version, previous: previous, date: comparison.today, catalog: digest,
      facts: facts.map { LedgerEncoding.line($0, release: nil) })
    let release = LedgerRelease(
      version: version, previous: previous, date: comparison.today, catalog: digest,
      facts: facts.count, sha256: sha256)
    var lines: [UInt8] = []
    for fact in facts {
      lines += LedgerEncoding.line(fact, release: release.id)
      lines.append(UInt8(ascii: "\n"))
    }
    lines += LedgerEncoding.line(release)
    lines.append(UInt8(ascii: "\n"))
    self.version = version
    self.lines = lines
    factCount = facts.count
  }
}

/// What a comparison comes to as facts.
package struct ReleaseFacts {
  private let comparison: Comparison
  private let accepted: [EntryKey: [Claim]]

  package init(comparison: Comparison, accepted: [EntryKey: [Claim]]) {
    self.comparison = comparison
    self.accepted = accepted
  }

  /// Sorted by entry, as a ledger has them.
  package func facts() -> [LedgerFact] {
    let renamed = comparison.renames.flatMap { rename in
      [
        fact(rename.old.key, .removed),
        fact(rename.new.key, .published(rename.new.facets, rename.new.lifecycle)),
      ]
    }
    return (renamed + comparison.changes.flatMap(facts(of:))).enumerated().sorted { left, right in
      left.element.key == right.element.key
        ? left.offset < right.offset : left.element.key < right.element.key
    }.map(\.element)
  }

  private func facts(of change: EntryChange) -> [LedgerFact] {
    guard let after = change.after else {
      return change.wasGone ? [] : [fact(change.key, .removed)]
    }
    guard let before = change.before, before.history.removedSince == nil else {
      return [fact(change.key, .published(after.facets, after.lifecycle))]
    }
    var facts: [LedgerFact] = []
    if !change.facets.isEmpty { facts.append(fact(change.key, .changed(change.facets))) }
    if before.lifecycle != after.lifecycle {
      let event = LedgerFact.Event.moved(after.lifecycle)
      // What was accepted stands once.
      facts.append(facts.isEmpty ? fact(change.key, event) : LedgerFact(change.key, event))
    }
    return facts
  }

  private func fact(_ key: EntryKey, _ event: LedgerFact.Event) -> LedgerFact {
    LedgerFact(key, event, accepted: (accepted[key] ?? []).map { LedgerAcceptance($0) })
  }
}
