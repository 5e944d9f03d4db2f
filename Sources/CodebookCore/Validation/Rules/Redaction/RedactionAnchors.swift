extension RuleRegistry {
  static let redactionAnchorShort = Rule(
    id: "redaction-anchor-short",
    summary: "An anchor has three bytes at least, or the rule says why not.",
    rationale: """
      Every byte of every text is looked at for anchors, and what has one is looked at closely. \
      One or two letters stand in any sentence, so that the rule would cost time everywhere.
      """,
    badExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [ac]
            pattern: '[0-9]{16}'
            examples: {match: ["ac<digits:16>"], clean: [acme]}
      """,
    goodExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [ac]
            short_anchor: Acme's tokens have nothing longer in common.
            pattern: '[0-9]{16}'
            examples: {match: ["ac<digits:16>"], clean: [acme]}
      """
  ) { context in
    context.liveRedactionRules.flatMap { rule -> [Finding] in
      guard let value = rule.value else { return [] }
      let short = value.anchors.filter { $0.utf8.count < 3 || $0 == value.run }
      if value.shortAnchor != nil {
        return short.isEmpty
          ? [
            Finding(
              "no anchor of `\(rule.id)` is short", at: rule.range(of: "short_anchor"),
              entry: rule.info, fix: "remove it")
          ] : []
      }
      return short.map { anchor in
        Finding(
          anchor == value.run
            ? "`\(anchor)` is no anchor" : "the anchor `\(anchor)` has fewer than three bytes",
          at: rule.range(of: anchor, in: "anchors"), entry: rule.info,
          fix: "write more of it, or the reason: short_anchor: …")
      }
    }
  }
}

extension RedactionRuleEntry {
  /// Where an item of a list stands.
  func range(of item: String, in key: String) -> SourceRange {
    let list = info.node.value(key)
    return list?.items.first { $0.scalarText == item }?.range ?? range(of: key)
  }
}
