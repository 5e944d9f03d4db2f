/// What was published, and which changes of it may pass.
package struct StabilitySection: Sendable {
  /// The ledger's path, relative to the catalog's folder; `nil` where the catalog has none.
  package let ledger: String?
  package let accepted: [Claim]
  package let waivers: [Claim]
}

/// A finding about a change that may pass: a warning that was accepted, or an error that is waived.
package struct Claim: Sendable {
  package let rule: String
  package let entry: String
  /// 12 hexadecimal digits that stand for exactly one change.
  package let fingerprint: String
  package let reason: String
  /// Who answers for a waiver; `nil` where a warning was accepted.
  package let owner: String?
  /// The last day on which a waiver counts, as it was written.
  package let expires: String?
  /// The whole item of the list, for taking it out.
  package let range: SourceRange

  /// Whether a text gives a reason: words, and not the dots that an example has in their place.
  package static func isReason(_ text: String) -> Bool { TextShape.reason.accepts(text) }
}
