extension RuleRegistry {
  static let redactionRuleKeys = Rule(
    id: "redaction-rule-keys",
    summary:
      "A redaction rule has the keys that belong together, and no label of the engines' own.",
    rationale: """
      A rule without what it needs would find nothing, and a key that means nothing there makes \
      people believe that it does something. `[redacted:limit]` and `[redacted:sensitive]` are \
      written by the engines themselves.
      """,
    badExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            action: fingerprint
            examples: {match: ["acme_<alnum:20>"], clean: [acme_corp]}
      """,
    goodExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[A-Za-z0-9]{20}'
            action: fingerprint
            fingerprint: credential
            examples: {match: ["acme_<alnum:20>"], clean: [acme_corp]}
      """
  ) { context in
    context.liveRedactionRules.flatMap { RuleKeysCheck(rule: $0).findings() }
  }
}

/// Which keys of a rule need or exclude which others.
private struct RuleKeysCheck {
  let rule: RedactionRuleEntry

  private static let labelsOfEngines: Set<String> = ["limit", "sensitive"]

  func findings() -> [Finding] {
    var findings: [Finding] = []
    if Self.labelsOfEngines.contains(rule.id) {
      findings.append(
        finding("`\(rule.id)` is a label of the engines' own", "give the rule another ID"))
    }
    switch (rule.action, rule.fingerprint) {
    case (.fingerprint, nil):
      findings.append(
        finding("`\(rule.id)` does not say of what kind its fingerprints are", "fingerprint: …"))
    case (.omit, _?), (.mask, _?):
      findings.append(meaningless("fingerprint", "the action `\(rule.action.rawValue)`"))
    default: break
    }
    switch rule.matcher {
    case .value(let value): findings += self.findings(value)
    case .url(let url): findings += self.findings(url)
    default: break
    }
    return findings
  }

  private func findings(_ value: RedactionValue) -> [Finding] {
    guard let run = value.run else {
      return value.pattern.isEmpty && value.rest.isEmpty && !value.anchors.isEmpty
        ? [finding("`\(rule.id)` says nothing of what follows its anchors", "pattern: …")] : []
    }
    guard let validators = RedactionValue.runs[run] else {
      let known = RedactionValue.runs.keys.sorted().joined(separator: ", ")
      return [finding("engines look for no run `\(run.shortened)`", "known: \(known)")]
    }
    guard value.anchors.count == 1 else {
      return [finding("`\(run)` stands in the place of anchors", "give each a rule of its own")]
    }
    let meaningless = ["lead", "pattern", "rest"].filter { rule.info.node.value($0) != nil }.map {
      self.meaningless($0, "`\(run)`")
    }
    guard value.validator.map(validators.contains) != true else { return meaningless }
    let words = validators.map { "`\($0)`" }.joined(separator: ", ")
    return meaningless
      + [finding("`\(run)` needs a validator of its own", "validator: one of \(words)")]
  }

  private func findings(_ url: RedactionURL) -> [Finding] {
    switch url.part {
    case "query":
      let missing =
        url.parameters.isEmpty
        ? [finding("`\(rule.id)` names no parameter", "parameters: […]")] : []
      return missing
        + (rule.info.node.value("except") == nil
          ? [] : [meaningless("except", "the part `query`")])
    case "userinfo":
      return rule.info.node.value("parameters") == nil
        ? [] : [meaningless("parameters", "the part `userinfo`")]
    default: return []
    }
  }

  private func finding(_ message: String, _ fix: String) -> Finding {
    Finding(message, at: rule.info.idRange, entry: rule.info, fix: fix)
  }

  private func meaningless(_ key: String, _ place: String) -> Finding {
    Finding(
      "`\(key)` has no meaning for \(place)",
      at: rule.info.node.pair(key)?.key.range ?? rule.info.idRange,
      entry: rule.info, fix: "remove it")
  }
}
