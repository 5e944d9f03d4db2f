internal import Suggestions

extension RuleRegistry {
  static let redactionUnknownDisabledRule = Rule(
    id: "redaction-unknown-disabled-rule",
    summary: "What is disabled is a redaction rule that Codebook ships, and holds otherwise.",
    rationale: """
      A name that no rule has disables nothing. A rule that the catalog itself has takes the place \
      of a shipped one already, or is simply taken out.
      """,
    badExample: """
      redaction:
        disabled_rules:
          phone-numbers: Our order IDs look like telephone numbers.
      """,
    goodExample: """
      redaction:
        disabled_rules:
          phone-number: Our order IDs look like telephone numbers.
      """
  ) { context in
    let redaction = context.catalog.redaction
    let shipped = Set(redaction.standard.rules.map(\.id))
    let own = Set(redaction.ownRules.map(\.id))
    return redaction.disabledRules.compactMap { disabled in
      let id = disabled.id.shortened
      if own.contains(disabled.id) {
        return Finding(
          "the catalog has a rule `\(id)` of its own, which is not disabled", at: disabled.idRange,
          fix: "remove one of them")
      }
      guard !shipped.contains(disabled.id) else { return nil }
      if shipped.isEmpty {
        return Finding(
          "no shipped rule holds, since `standard_rules` is `false`", at: disabled.idRange,
          fix: "remove it")
      }
      return Finding(
        "Codebook ships no redaction rule `\(id)`", at: disabled.idRange, fix: "remove it",
        suggestion: { Suggestion.phrase(for: disabled.id, among: shipped) })
    }
  }

  static let redactionSafeKey = Rule(
    id: "redaction-safe-key",
    summary: "No safe key is a name that a redaction rule goes by.",
    rationale: """
      A safe key holds no secret although its name ends like one that does: `token_count`. Where it \
      is the very name that a rule goes by, it takes that name out of the rule, and nobody who \
      reads the rule can see it.
      """,
    badExample: """
      redaction:
        safe_keys: [password]
      """,
    goodExample: """
      redaction:
        safe_keys: [password_hint_count]
      """
  ) { context in
    let redaction = context.catalog.redaction
    guard !redaction.ownSafeKeys.isEmpty else { return [] }
    let names = redaction.rules.reduce(into: [String: RedactionRuleEntry]()) { names, rule in
      guard case .key(let key) = rule.matcher else { return }
      for name in key.names { names[folded(name)] = rule }
    }
    let items = context.catalog.root.value(at: ["redaction", "safe_keys"])?.items ?? []
    return items.compactMap { item in
      guard let key = item.scalarText, let rule = names[folded(key)] else { return nil }
      return Finding(
        "`\(key.shortened)` is a name of the rule `\(rule.id)`", at: item.range,
        fix: rule.isStandard
          ? "write the rule anew without it, or disable it" : "take it out of the rule instead")
    }
  }

  /// A name as engines compare it: letters and digits alone.
  private static func folded(_ name: String) -> String {
    name.filter { $0 != "_" && $0 != "=" }
  }
}
