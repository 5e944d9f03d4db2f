/// What a catalog lets pass, and which of it was of use.
struct ClaimLedger {
  private struct Entry {
    let claim: Claim
    let isWaiver: Bool
    /// Whether a release has taken it into the ledger: then nothing is wrong with it any more.
    var isRecorded = false
    var isUsed = false
  }

  private var entries: [Entry]
  private let comparison: Comparison
  /// The fingerprints that changes of an entry have by a rule, for what no longer fits.
  private var seen: [String: [String]] = [:]

  /// - Parameter recorded: What releases since the base have let pass.
  init(_ comparison: Comparison, recorded: [Claim] = []) {
    self.comparison = comparison
    let section = comparison.catalog.stability
    entries =
      section.accepted.map { Entry(claim: $0, isWaiver: false) }
      + section.waivers.map { Entry(claim: $0, isWaiver: true) }
      + recorded.map { Entry(claim: $0, isWaiver: $0.owner != nil, isRecorded: true) }
  }

  /// The claim that lets a finding pass; warnings are accepted, errors are waived.
  mutating func claim(for diagnostic: Diagnostic, of entry: String) -> Claim? {
    guard let fingerprint = diagnostic.fingerprint else { return nil }
    seen["\(diagnostic.rule) \(entry)", default: []].append(fingerprint)
    let isWaiver = diagnostic.severity == .error
    let found = entries.firstIndex { candidate in
      candidate.isWaiver == isWaiver && candidate.claim.rule == diagnostic.rule
        && candidate.claim.entry == entry && candidate.claim.fingerprint == fingerprint
    }
    guard let found else { return nil }
    entries[found].isUsed = true
    return isExpired(entries[found].claim) ? nil : entries[found].claim
  }

  /// A day that there is not never comes, and would never pass.
  private func isExpired(_ claim: Claim) -> Bool {
    claim.expires.map { CalendarDate($0).map { $0 < comparison.today } ?? true } ?? false
  }

  /// What is wrong with the claims themselves.
  func problems() -> [Diagnostic] {
    entries.filter { !$0.isRecorded }.compactMap { entry in
      let claim = entry.claim
      let place = SourceLocation(file: comparison.catalog.file, range: claim.range)
      if entry.isUsed {
        guard isExpired(claim), let expires = claim.expires else { return nil }
        return Diagnostic(
          rule: "expired-waiver",
          "the waiver of `\(claim.rule)` for `\(claim.entry.shortened)` "
            + (CalendarDate(expires) == nil
              ? "has a last day that there is not, \(expires)" : "expired on \(expires)"),
          at: place,
          fix: "undo the change, or agree on a later day with \(claim.owner ?? "its owner")")
      }
      return Diagnostic(
        rule: "unused-waiver", message(for: entry), at: place, fix: fix(for: entry))
    }
  }

  private func message(for entry: Entry) -> String {
    let claim = entry.claim
    if let rule = RuleRegistry.rule(claim.rule), let change = rule.change {
      if change.isFinal { return "nothing can let a finding of `\(claim.rule)` pass" }
      if seen["\(claim.rule) \(claim.entry)"] != nil {
        return
          "`\(claim.entry.shortened)` has changed in another way than the one that was let pass"
      }
      let verb = entry.isWaiver ? "waive" : "accept"
      return "`\(claim.rule)` finds nothing of `\(claim.entry.shortened)` to \(verb)"
    }
    return "there is no rule `\(claim.rule.shortened)` about changes"
  }

  private func fix(for entry: Entry) -> String {
    let fingerprints = seen["\(entry.claim.rule) \(entry.claim.entry)"] ?? []
    guard let now = fingerprints.first else { return "remove it" }
    return "look at the change again; its fingerprint is now \(now)"
  }
}
