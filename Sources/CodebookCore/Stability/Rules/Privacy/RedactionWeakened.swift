extension RuleRegistry {
  static let redactionWeakened = Rule.change(
    "redaction-weakened", breaks: [.privacy],
    summary: "What is kept out of logs and bundles stays out.",
    rationale: """
      A step down, from secret to sensitive to public, or a statement that goes, lets something \
      be written that people were told is not.
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
      + comparison.alterations(.field, .event, .error) {
        $0.weakens == true
      } message: {
        change, facet in
        "`\(change.key.id)`\(facet.about) was \(facet.old?.shown ?? "")"
      } + comparison.weakenedRenames()
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

extension FacetChange {
  /// Whether more people may see a value than before; `nil` where it is about no sensitivity, or
  /// came or went with what it is about.
  var weakens: Bool? {
    let parts = parts
    let isSensitivity =
      facet == "sensitivity"
      || parts.count == 3 && parts[2] == "sensitivity"
        && (parts[0] == "details" || parts[0] == "parameters")
    guard isSensitivity, let old = old?.text, let new = new?.text,
      let before = Sensitivity(rawValue: old), let after = Sensitivity(rawValue: new)
    else { return nil }
    let order: [Sensitivity] = [.public, .sensitive, .secret]
    return (order.firstIndex(of: after) ?? 0) < (order.firstIndex(of: before) ?? 0)
  }

  /// What of an entry it is about, such as `'s port`.
  var about: String { parts.count > 1 ? "'s `\(parts[1])`" : "" }
}
