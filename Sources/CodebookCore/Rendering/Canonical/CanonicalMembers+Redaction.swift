/// What the canonical form, and so a ledger, tells of redaction.
extension CanonicalMembers {
  /// Redaction without its rules.
  static func redaction(_ section: RedactionSection, _ root: Node) -> Members {
    [
      ("log_classes", .statements(section.logClasses).unlessEmpty),
      ("bundle_classes", .statements(section.bundleClasses).unlessEmpty),
      ("policy", .statements(section.policy).unlessEmpty),
      ("safe_keys", .texts(section.safeKeys)),
      ("limits", limits(section.limits)),
      ("extensions", root.value("redaction").flatMap { JSONValue.extensions($0) }),
    ]
  }

  static func limits(_ limits: RedactionSection.Limits) -> JSONValue {
    .object([
      ("depth", .integer(limits.depth)), ("decodings", .integer(limits.decodings)),
      ("text_bytes", .integer(limits.textBytes)),
    ])
  }

  /// A rule with what only people and tests read.
  static func redactionRule(_ rule: RedactionRuleEntry) -> Members {
    promised(rule) + [
      (
        "examples",
        .object([
          ("match", .array(rule.matchExamples.map { .string($0) })),
          ("clean", .array(rule.cleanExamples.map { .string($0) })),
        ])
      )
    ]
  }

  /// What a rule promises: all that decides what is found, and what becomes of it.
  static func promised(_ rule: RedactionRuleEntry) -> Members {
    engine(rule) + [
      ("class", .text(rule.statement)),
      ("short_anchor", rule.value.flatMap { .text($0.shortAnchor) }),
    ]
  }

  /// What an engine is made of, defaults filled in.
  static func engine(_ rule: RedactionRuleEntry) -> Members {
    [
      ("kind", .string(rule.matcher?.kind ?? "")),
      ("action", .string(rule.action.rawValue)),
      ("priority", .integer(rule.priority)),
      ("fingerprint", .text(rule.fingerprint)),
    ] + (rule.matcher.map(engine) ?? [])
  }

  private static func engine(_ matcher: RedactionMatcher) -> Members {
    switch matcher {
    case .value(let value): engine(value)
    case .key(let key):
      [
        ("names", list(key.names)), ("value", .string(key.value)),
        ("numbers", .string(key.keepsNumbers ? "keep" : "redact")), ("strict", .bool(key.strict)),
      ]
    case .url(let url):
      [
        ("part", .string(url.part)), ("parameters", list(url.parameters)),
        ("except", list(url.except)),
      ]
    case .path(let path):
      [
        ("prefixes", list(path.prefixes)), ("whole", .bool(path.whole)), ("fold", .bool(path.fold)),
        ("except", list(path.except)),
      ]
    case .block(let labels): [("labels", list(labels))]
    case .pair(let names, let values): [("names", list(names)), ("values", list(values))]
    }
  }

  private static func engine(_ value: RedactionValue) -> Members {
    [
      ("anchors", list(value.anchors)), ("fold", .bool(value.fold)),
      ("lead", .string(value.lead)), ("pattern", .string(value.pattern)),
      ("rest", .string(value.rest)), ("before", .string(value.before)),
      ("after", .string(value.after)), ("keep", .bool(value.keep)),
      ("validator", .string(value.validator ?? "")), ("except", list(value.except)),
      ("not_after", list(value.notAfter)),
    ]
  }

  private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension RedactionRuleEntry {
  /// How a rule of kind `value` finds.
  var value: RedactionValue? {
    if case .value(let value) = matcher { value } else { nil }
  }
}

extension RedactionSection {
  /// All that is in force, as engines are made of it: limits, safe keys, and rules in their order.
  var resolved: JSONValue {
    .object([
      ("limits", CanonicalMembers.limits(limits)),
      ("safe_keys", .array(safeKeys.map { .string($0) })),
      (
        "rules",
        .array(rules.map { .members([("id", .string($0.id))] + CanonicalMembers.engine($0)) })
      ),
    ])
  }
}
