extension RuleRegistry {
  static let redactionStrengthened = Rule.change(
    "redaction-strengthened", severity: .warning, breaks: [.privacy], bump: .minor,
    summary: "More is kept out of logs and bundles on purpose only.",
    rationale: """
      Support may miss what it used to see. The change is looked at once and accepted.
      """,
    published: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
      """,
    bad: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
          cookies: Session cookies.
      """,
    good: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
      """
  ) { comparison in
    comparison.additions(.redaction)
      + (comparison.baseHasRedaction ? comparison.additions(.redactionRule) : [])
      + comparison.revivedRules()
      + comparison.redactionAlterations(.stronger) { "\($0) finds more" }
      + comparison.sensitivityAlterations(.stronger)
  }
}

extension Comparison {
  /// Findings about values that more or fewer people may see than before.
  func sensitivityAlterations(_ strength: RedactionStrength) -> [ChangeFinding] {
    altered([.field, .event, .error, .bundleFile]).flatMap { change in
      change.facets(strength).map { facet in
        let was = facet.old.map { "was \($0.shown)" } ?? "had no fingerprint"
        return finding(change, facet, "`\(change.key.id)`\(facet.about) \(was)")
      }
    }
  }

  /// A tombstone of a rule leaves no ID that is used up: it may hold again.
  fileprivate func revivedRules() -> [ChangeFinding] {
    changes.compactMap { change in
      guard change.key.kind == .redactionRule, let before = change.before, before.isRetired,
        let after = change.after, !after.isRetired
      else { return nil }
      return ChangeFinding(
        key: change.key, message: "the redaction rule `\(change.key.id)` holds again",
        location: after.location, facets: change.facets, notes: [was(before)])
    }
  }
}
