/// One fact of a ledger: what a release did to one entry.
package struct LedgerFact: Sendable, Hashable {
  /// What was done.
  package enum Event: Sendable, Hashable {
    /// The entry is there for the first time, or again.
    case published(Facets, Lifecycle)
    /// Some of its attributes changed.
    case changed([FacetChange])
    /// It came to another place in its life: deprecated, retired, or stable again.
    case moved(Lifecycle)
    /// It was taken away without a tombstone, under a waiver.
    case removed
  }

  package let key: EntryKey
  package let event: Event
  /// The findings about it that were accepted or waived.
  package let accepted: [LedgerAcceptance]

  package init(_ key: EntryKey, _ event: Event, accepted: [LedgerAcceptance] = []) {
    self.key = key
    self.event = event
    self.accepted = accepted
  }
}

/// A finding that was let pass, as the ledger keeps it.
package struct LedgerAcceptance: Sendable, Hashable {
  package let rule: String
  package let fingerprint: String
  package let reason: String
  /// Who answers for it, where it was an error.
  package let owner: String?

  package init(_ claim: Claim) {
    rule = claim.rule
    fingerprint = claim.fingerprint
    reason = claim.reason
    owner = claim.owner
  }

  init(rule: String, fingerprint: String, reason: String, owner: String?) {
    self.rule = rule
    self.fingerprint = fingerprint
    self.reason = reason
    self.owner = owner
  }
}

/// The last line of a release.
package struct LedgerRelease: Sendable, Hashable {
  package let version: SemanticVersion
  /// The releases that it follows, by ID: none for the first, two where branches came together.
  package let previous: [String]
  package let date: CalendarDate
  /// The digest of the catalog that was released.
  package let catalog: String
  /// How many facts it has.
  package let facts: Int
  /// SHA-256 of all that it says and of its facts, as 64 hexadecimal digits.
  package let sha256: String

  /// The version with the first digits of the digest, so that two branches that release under the
  /// same version do not mix: `1.1.0+3f2a9b04c1d7`.
  package var id: String { Self.id(version, sha256) }

  static func id(_ version: SemanticVersion, _ sha256: String) -> String {
    "\(version)+\(sha256.prefix(12))"
  }
}
