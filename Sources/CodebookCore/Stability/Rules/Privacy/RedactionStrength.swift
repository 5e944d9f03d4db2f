/// What a change means for how much is kept out of logs and bundles.
enum RedactionStrength: Sendable {
  case weaker, stronger
  /// No tool can tell.
  case other
}

extension EntryChange {
  /// What a change of an attribute means for redaction; `nil` where it is about something else.
  func strength(of facet: FacetChange) -> RedactionStrength? {
    switch key.kind {
    case .redactionRule: facet.isDocumentation(of: key.kind) ? nil : facet.strengthOfRule
    case .record: facet.strengthOfSection
    case .field, .event, .error: strengthOfFingerprint(facet) ?? facet.strengthOfSensitivity
    // A key that comes or goes as a whole has rules of its own.
    case .bundleFile where !comesOrGoes(facet):
      strengthOfFingerprint(facet) ?? facet.strengthOfSensitivity
    default: nil
    }
  }

  /// The attributes whose change means this much.
  func facets(_ strength: RedactionStrength) -> [FacetChange] {
    facets.filter { self.strength(of: $0) == strength }
  }

  /// A fingerprint in the place of a value that was left out tells more than nothing did.
  private func strengthOfFingerprint(_ facet: FacetChange) -> RedactionStrength? {
    let parts = facet.parts
    let isOwn =
      parts.count == 1 || parts.count == 3 && ["details", "parameters", "keys"].contains(parts[0])
    guard parts.last == "fingerprint", isOwn else { return nil }
    let sensitivity = (parts.dropLast() + ["sensitivity"]).joined(separator: "/")
    func isOpen(_ entry: SnapshotEntry?) -> Bool {
      guard let value = entry?.facets[sensitivity] else { return true }
      return value == .string(Sensitivity.public.rawValue)
    }
    switch (facet.old, facet.new) {
    case (nil, _): return isOpen(before) ? .stronger : .weaker
    case (_, nil): return isOpen(after) ? .weaker : .stronger
    default: return .other
    }
  }
}

extension FacetChange {
  fileprivate var strengthOfSensitivity: RedactionStrength? {
    weakens.map { $0 ? .weaker : .stronger }
  }

  /// Of what redaction has beside its rules.
  fileprivate var strengthOfSection: RedactionStrength? {
    if facet.hasPrefix("redaction/safe_keys/") { return new == nil ? .stronger : .weaker }
    return facet.hasPrefix("redaction/limits/") ? .other : nil
  }

  /// The lists of a rule by which it finds.
  private static let finders: Set<Substring> = [
    "names", "values", "anchors", "parameters", "prefixes", "labels",
  ]

  /// The lists of a rule by which it passes over.
  private static let exceptions: Set<Substring> = ["except", "not_after"]

  /// Choices from the one that finds most to the one that finds least.
  private static let order: [String: [FacetValue]] = [
    "fold": [.bool(true), .bool(false)], "whole": [.bool(true), .bool(false)],
    "keep": [.bool(false), .bool(true)], "strict": [.bool(false), .bool(true)],
    "numbers": [.string("redact"), .string("keep")],
    "value": [.string("line"), .string("phrase"), .string("word")],
  ]

  fileprivate var strengthOfRule: RedactionStrength {
    if parts.count > 1, Self.finders.contains(parts[0]) { return new == nil ? .weaker : .stronger }
    if parts.count > 1, Self.exceptions.contains(parts[0]) {
      return new == nil ? .stronger : .weaker
    }
    guard let old, let new else { return .other }
    switch facet {
    case "action": return strength(best: .string(RedactionAction.omit.rawValue))
    case "validator": return strength(best: .string(""))
    default:
      guard let order = Self.order[facet], let before = order.firstIndex(of: old),
        let after = order.firstIndex(of: new)
      else { return .other }
      return after > before ? .weaker : .stronger
    }
  }

  /// Where one value is stronger than all others, which no tool can tell apart.
  private func strength(best: FacetValue) -> RedactionStrength {
    old == best ? .weaker : new == best ? .stronger : .other
  }
}

extension Comparison {
  /// Whether what was published tells of redaction rules. A ledger of a codebook that had none does
  /// not, and then there is nothing that they could be weaker or stronger than.
  var baseHasRedaction: Bool {
    base.entries[EntryKey(.record, "record")]?.facets["redaction/limits/depth"] != nil
  }

  /// Whether a change is how redaction comes into a ledger that had none.
  func isFirstRedaction(_ change: EntryChange) -> Bool {
    !baseHasRedaction && change.key.kind == .redactionRule
  }

  func isFirstRedaction(_ facet: FacetChange, of change: EntryChange) -> Bool {
    !baseHasRedaction && change.key.kind == .record
      && (facet.facet.hasPrefix("redaction/limits/")
        || facet.facet.hasPrefix("redaction/safe_keys/"))
  }

  /// Findings about rules, keys and limits of redaction whose change means this much, one for each
  /// entry.
  func redactionAlterations(
    _ strength: RedactionStrength, message: (String) -> String
  ) -> [ChangeFinding] {
    altered([.redactionRule, .record]).compactMap { change in
      let facets = change.facets(strength).filter { !isFirstRedaction($0, of: change) }
      guard let first = facets.first, !isFirstRedaction(change) else { return nil }
      let names = facets.prefix(3).map { "`\($0.redactionName)`" }.joined(separator: ", ")
      let more = facets.count > 3 ? " and \(facets.count - 3) more" : ""
      let subject =
        change.key.kind == .record ? "redaction" : "the redaction rule `\(change.key.id)`"
      return finding(
        change, facets, "\(message(subject)): \(names)\(more)",
        fix: first.parts.count > 1 ? "undo the change" : nil)
    }
  }
}

extension FacetChange {
  /// What of redaction it is about, as a catalog calls it.
  fileprivate var redactionName: String {
    (facet.hasPrefix("redaction/") ? String(facet.dropFirst("redaction/".count)) : facet).shortened
  }
}
