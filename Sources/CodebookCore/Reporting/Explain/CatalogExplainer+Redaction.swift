extension CatalogExplainer {
  /// What is known of a redaction rule: one that holds, or one that is disabled.
  func redactionRule(_ id: String) -> Explanation? {
    let redaction = catalog.redaction
    if let rule = redaction.published.first(where: { $0.id == id }) { return explain(rule, nil) }
    guard let disabled = redaction.disabledRules.first(where: { $0.id == id }) else { return nil }
    return redaction.standard.rules.first { $0.id == id }.map { explain($0, disabled.text) }
  }

  private func explain(_ rule: RedactionRuleEntry, _ disabled: String?) -> Explanation {
    let facts: [(String, String?)] = [
      ("disabled", disabled),
      ("kind", rule.matcher?.kind),
      ("a find becomes", becomes(rule)),
      ("priority", String(rule.priority)),
      ("keeps", statement(rule)),
    ]
    let examples: [(String, String?)] = [
      ("finds", lines(rule.matchExamples.map(Self.shown))),
      ("passes over", lines(rule.cleanExamples.map(Self.shown))),
    ]
    return simple(
      rule, "redaction rule", facts + finders(rule) + examples,
      place: rule.isStandard ? "shipped with codebook" : nil)
  }

  private func becomes(_ rule: RedactionRuleEntry) -> String {
    switch rule.action {
    case .omit: "[redacted:\(rule.id)]"
    case .mask: "**** and its last four characters"
    case .fingerprint: "`\(rule.fingerprint ?? "")_fingerprint` beside it, without the value"
    }
  }

  private func statement(_ rule: RedactionRuleEntry) -> String? {
    let statements = catalog.redaction.logClasses + catalog.redaction.bundleClasses
    return statements.first { $0.id == rule.statement }?.text
  }

  /// What it is found by, with the keys of catalogs.
  private func finders(_ rule: RedactionRuleEntry) -> [(String, String?)] {
    CanonicalMembers.engine(rule).compactMap { name, value in
      guard !["kind", "action", "priority", "fingerprint"].contains(name), let value else {
        return nil
      }
      switch value {
      case .array(let items):
        return (name, list(items.compactMap { FacetValue($0)?.text }))
      default: return (name, FacetValue(value).map(\.explained))
      }
    }
  }

  /// An example on one line.
  private static func shown(_ text: String) -> String { text.replacing("\n", with: "\\n") }
}

extension FacetValue {
  /// The whole value, however long it is.
  fileprivate var explained: String {
    switch self {
    case .string(let text): text
    case .bool(let value): value ? "yes" : ""
    default: shown
    }
  }
}
