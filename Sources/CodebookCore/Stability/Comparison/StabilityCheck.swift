/// Holds a comparison against the rules about changes.
package struct StabilityCheck: Sendable {
  /// What may not pass, and notes about what may; sorted by nothing.
  package let diagnostics: [Diagnostic]
  /// The least version that is large enough; `nil` where nothing is new or nothing was released.
  package let requiredVersion: SemanticVersion?
  /// Which number that is; `nil` where nothing is new.
  package let bump: Bump?
  /// What was accepted or waived of each entry.
  package let accepted: [EntryKey: [Claim]]

  /// - Parameter recorded: What releases since the base have let pass, where the base is no ledger.
  package init(_ comparison: Comparison, recorded: [Claim] = []) {
    var claims = ClaimLedger(comparison, recorded: recorded)
    var diagnostics: [Diagnostic] = []
    var bump: Bump?
    var accepted: [EntryKey: [Claim]] = [:]
    // Before the first release there is nobody whom a change could harm.
    let isFirst = comparison.base.version == nil && comparison.base.entries.isEmpty
    for (rule, finding) in isFirst ? [] : Self.findings(comparison) {
      guard let change = rule.change else { continue }
      bump = max(bump ?? .patch, rule.bump(of: finding, change))
      let diagnostic = rule.diagnostic(finding, change)
      if let claim = claims.claim(for: diagnostic, of: finding.key.id) {
        accepted[finding.key, default: []].append(claim)
        diagnostics.append(Self.passed(diagnostic, claim))
      } else {
        diagnostics.append(diagnostic)
      }
    }
    self.bump = bump
    self.accepted = accepted
    requiredVersion = bump.flatMap { bump in comparison.base.version?.next(for: bump) }
    self.diagnostics =
      diagnostics + claims.problems()
      + VersionCheck(comparison: comparison, required: requiredVersion, bump: bump).diagnostics()
  }
}

extension StabilityCheck {
  /// A finding that was let pass, as a note: a reviewer should see it all the same.
  private static func passed(_ diagnostic: Diagnostic, _ claim: Claim) -> Diagnostic {
    var diagnostic = diagnostic
    let until = claim.expires.map { " until \($0)" } ?? ""
    let who = claim.owner.map { "waived\(until) by \($0)" } ?? "accepted"
    diagnostic.severity = .note
    diagnostic.fix = nil
    // In the place of what tells how it could pass.
    diagnostic.notes = diagnostic.notes.dropLast() + [.init("\(who): \(claim.reason)")]
    return diagnostic
  }

  /// What all rules find, and what none of them speaks of.
  private static func findings(_ comparison: Comparison) -> [(rule: Rule, finding: ChangeFinding)] {
    var findings = RuleRegistry.changes.flatMap { rule in
      (rule.change?.check(comparison) ?? []).map { (rule: rule, finding: comparison.weighed($0)) }
    }
    let unclassified = Unclassified(comparison, known: findings.map(\.finding)).findings()
    findings += unclassified.map { (RuleRegistry.unclassifiedChange, $0) }
    return findings
  }
}

extension Rule {
  /// Which number a finding asks for. What passes as a note breaks nothing, whatever its rule is for.
  fileprivate func bump(of finding: ChangeFinding, _ change: ChangeRule) -> Bump {
    let isNote = (finding.severity ?? severity) == .note
    return finding.bump ?? (isNote ? min(change.bump, .minor) : change.bump)
  }

  fileprivate func diagnostic(_ finding: ChangeFinding, _ change: ChangeRule) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule: id, severity: finding.severity ?? severity, finding.message, at: finding.location,
      notes: finding.notes, fix: (finding.severity ?? severity) == .note ? nil : finding.fix)
    diagnostic.effects = change.effects
    diagnostic.entry = finding.key.id
    if !change.isFinal, diagnostic.severity > .note {
      let fingerprint = Fingerprint.of(id, finding)
      diagnostic.fingerprint = fingerprint
      diagnostic.notes.append(.init(passage(finding, fingerprint, diagnostic.severity)))
    }
    return diagnostic
  }

  /// How a finding may pass.
  private func passage(
    _ finding: ChangeFinding, _ fingerprint: String, _ severity: Severity
  ) -> String {
    let id = finding.key.id
    return severity == .warning
      ? "to let it pass: codebook accept \(id) --reason \"…\""
      : "to let it pass, under stability.waivers: {rule: \(self.id), entry: \(id), "
        + "fingerprint: \"\(fingerprint)\", reason: …, owner: …, expires: …}"
  }
}
