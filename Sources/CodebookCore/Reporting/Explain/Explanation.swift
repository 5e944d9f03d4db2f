/// Everything known of one ID, as text for a terminal.
package struct Explanation: Sendable {
  /// Such as `PT-HTTP-429 · error code`.
  package let title: String
  /// Names with what they are; a value may have several lines.
  package let facts: [(name: String, value: String)]

  init(_ id: String, _ kind: String, _ facts: [(String, String?)]) {
    title = "\(id) · \(kind)"
    self.facts = facts.compactMap { name, value in
      guard let value, !value.isEmpty else { return nil }
      return (name, value)
    }
  }

  /// The title, and a row for each fact.
  package var text: String {
    let width = (facts.map(\.name.count).max() ?? 0) + 2
    let indentation = "\n" + String(repeating: " ", count: width + 2)
    let rows = facts.map { name, value in
      let gap = String(repeating: " ", count: width - name.count)
      let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
      return "  \(name)\(gap)"
        + lines.map { VisibleText.of(String($0)) }.joined(separator: indentation)
    }
    return ([title] + rows).joined(separator: "\n") + "\n"
  }
}

extension Explanation {
  /// What is known of a rule.
  package static func rule(_ id: String) -> Explanation? {
    RuleRegistry.rule(id).map { rule in
      Explanation(
        rule.id, "rule",
        [("asks", rule.summary), ("severity", rule.severity.rawValue)]
          + (rule.change.map { effects(of: $0, rule.severity) } ?? [])
          + [
            ("why", rule.rationale),
            ("was", rule.change?.published),
            ("bad", rule.badExample),
            ("good", rule.goodExample),
            ("differ", ExampleDifference.text(bad: rule.badExample, good: rule.goodExample)),
            passage(of: rule),
          ])
    }
  }

  /// What a change breaks, and which version it asks for. A note breaks nothing.
  private static func effects(
    of change: ChangeRule, _ severity: Severity
  ) -> [(String, String?)] {
    let effects = change.effects.map { "\($0.rawValue): \($0.summary)" }
    let versions = [SemanticVersion(1, 4, 2), SemanticVersion(0, 4, 2)].map { last in
      "\(last.next(for: change.bump)) after \(last)"
    }
    return [
      (severity == .note ? "concerns" : "breaks", effects.joined(separator: "\n")),
      ("version", "\(change.bump.rawValue): \(versions.joined(separator: ", "))"),
    ]
  }

  /// Whether what a rule finds can be let pass, and how.
  private static func passage(of rule: Rule) -> (String, String?) {
    guard rule.stage == .comparing else {
      return (
        "exception",
        rule.allowsExceptions
          ? "an entry may have `allow: {\(rule.id): the reason}`"
          : rule.stage == .logs
            ? "none in the catalog; `codebook logs check --skip-rule \(rule.id)`"
            : "none is possible"
      )
    }
    guard let change = rule.change, !change.isFinal else { return ("may pass", "never") }
    switch rule.severity {
    case .error:
      return ("may pass", "under `stability.waivers`, with a reason, an owner and a last day")
    case .warning: return ("may pass", "once accepted: `codebook accept ID --reason TEXT`")
    case .note: return ("may pass", "always; the changelog tells of it")
    }
  }

  /// Every rule in a line: ID, severity and what it asks for.
  package static var allRules: String { list(RuleRegistry.rules) }

  /// The rules with a beginning that ends with a hyphen, such as `log-`; `nil` where there are none.
  package static func rules(beginningWith start: String) -> String? {
    guard start.hasSuffix("-") else { return nil }
    let rules = RuleRegistry.rules.filter { $0.id.hasPrefix(start) }
    return rules.isEmpty ? nil : list(rules)
  }

  /// What an ID has in common with rules, up to its first hyphen; `nil` where that is nothing.
  package static func family(of id: String) -> String? {
    guard let hyphen = id.firstIndex(of: "-") else { return nil }
    let start = String(id[...hyphen])
    return rules(beginningWith: start) == nil ? nil : start
  }

  private static func list(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let gap = String(repeating: " ", count: width - rule.id.count)
      let severity = rule.severity == .error ? "error  " : rule.severity.rawValue
      return "\(rule.id)\(gap)  \(severity)  \(rule.summary)\n"
    }.joined()
  }

  /// What a catalog has under an ID: one explanation for each section that has it.
  ///
  /// - Parameter ledger: What tells since when an entry is there, where that is known.
  package static func entries(
    _ id: String, in catalog: Catalog, ledger: Ledger? = nil
  ) -> [Explanation] {
    CatalogExplainer(
      catalog: catalog, index: CatalogIndex(catalog),
      history: ledger?.snapshot().entries.mapValues(\.history) ?? [:]
    ).explanations(of: id)
  }

  /// Every ID that can be explained, for suggestions.
  package static func knownIDs(in catalog: Catalog?) -> [String] {
    RuleRegistry.rules.map(\.id) + RuntimeNames.events + (catalog?.allEntries.map(\.id) ?? [])
      + (catalog?.redaction.standard.rules.map(\.id) ?? [])
  }

  /// The IDs that differ from one that is not known in their last number alone, such as those of
  /// the matrix for `RR-99`; in their order.
  package static func series(of id: String, in catalog: Catalog?) -> [String] {
    let stem = id.prefix { !$0.isNumber }
    guard !stem.isEmpty, isNumber(id.dropFirst(stem.count)) else { return [] }
    return knownIDs(in: catalog).filter { known in
      known.uppercased().hasPrefix(stem.uppercased()) && isNumber(known.dropFirst(stem.count))
    }.sorted()
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
  }
}
