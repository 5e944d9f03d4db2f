extension RuleRegistry {
  static let redactionWeakened = Rule.change(
    "redaction-weakened", breaks: [.privacy],
    summary: "What is kept out of logs and bundles stays out.",
    rationale: """
      A step down, from secret to sensitive to public, a statement or a rule that goes, or a rule \
      that finds less, lets something be written that people were told is not.
      """,
    published: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
          cookies: Session cookies.
      """,
    bad: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
      """,
    good: """
      redaction:
        log_classes:
          credentials: API keys and tokens.
          cookies: Session cookies.
      """
  ) { comparison in
    comparison.removals(.redaction, advice: "put the statement back")
      + comparison.sensitivityAlterations(.weaker) + comparison.weakenedRenames()
      + comparison.redactionAlterations(.weaker) { "\($0) finds less" }
      + comparison.goneRules()
  }
}

extension Comparison {
  /// Whoever lets a new name pass does not let less secrecy pass with it.
  fileprivate func weakenedRenames() -> [ChangeFinding] {
    renames.flatMap { rename in
      rename.facets.filter { $0.weakens == true }.map { facet in
        ChangeFinding(
          key: rename.old.key,
          message: "`\(rename.old.key.id)`\(facet.about) was \(facet.old?.shown ?? "")",
          location: rename.new.location(of: facet.facet), facets: [facet],
          notes: [was(rename.old, facet)], fix: "sensitivity: \(facet.old?.shown ?? "")",
          mark: rename.new.key.id)
      }
    }
  }
}

extension Comparison {
  /// Rules that no longer hold: taken away, disabled, or retired.
  fileprivate func goneRules() -> [ChangeFinding] {
    let removed = removed([.redactionRule]).compactMap { change -> ChangeFinding? in
      guard let before = change.before else { return nil }
      let disabled = catalog.root.value(at: ["redaction", "disabled_rules"])?.pair(change.key.id)
      let end = disabled == nil ? "gone" : "disabled"
      return ChangeFinding(
        key: change.key, message: "the redaction rule `\(change.key.id)` is \(end)",
        location: disabled.map { catalog.location($0.key.range) } ?? change.location(in: current),
        notes: [was(before)], fix: disabled == nil ? "put the rule back" : "let it hold again")
    }
    let retired = altered([.redactionRule]).compactMap { change -> ChangeFinding? in
      guard let after = change.after, after.isRetired else { return nil }
      return ChangeFinding(
        key: change.key, message: "the redaction rule `\(change.key.id)` holds no longer",
        location: after.location(of: "stability"), notes: change.before.map { [was($0)] } ?? [],
        fix: "put the rule back", mark: "retired")
    }
    return removed + retired
  }
}

extension FacetChange {
  /// Whether more people may see a value than before; `nil` where it is about no sensitivity, or
  /// came or went with what it is about.
  var weakens: Bool? {
    let parts = parts
    let isSensitivity =
      facet == "sensitivity"
      || parts.count == 3 && parts[2] == "sensitivity"
        && ["details", "parameters", "keys"].contains(parts[0])
    guard isSensitivity, let old = old?.text, let new = new?.text,
      let before = Sensitivity(rawValue: old), let after = Sensitivity(rawValue: new)
    else { return nil }
    let order: [Sensitivity] = [.public, .sensitive, .secret]
    return (order.firstIndex(of: after) ?? 0) < (order.firstIndex(of: before) ?? 0)
  }

  /// What of an entry it is about, such as `'s port`.
  var about: String { parts.count > 1 ? "'s `\(parts[1])`" : "" }
}
