/// The format of the section `redaction`.
extension CatalogFormat {
  static let redaction = ObjectShape(
    noun: "redaction",
    properties: [
      .optional("log_classes", .entries(statements), "What logs never hold."),
      .optional(
        "bundle_classes", .entries(statements), "What is removed before a bundle is written."),
      .optional("policy", .entries(statements), "How it is removed."),
      .optional(
        "standard_rules", .boolean, "Whether the rules that Codebook ships hold; `true` by default."
      ),
      .optional(
        "disabled_rules", .entries(disabledRules),
        "Shipped rules that do not apply, each with the reason."),
      .optional("safe_keys", names, "Names of keys that hold no secret, whatever they end with."),
      .optional("limits", .object(redactionLimits), "How far values are followed."),
      .optional("rules", .entries(redactionRules), "Rules beside the shipped ones, by ID."),
    ])

  /// The file of rules that Codebook ships.
  static let standardRules = ObjectShape(
    noun: "a file of rules",
    properties: redaction.properties.filter { ["safe_keys", "limits", "rules"].contains($0.key) },
    allowsExtensions: false)

  private static let disabledRules = EntriesShape(
    noun: "a reason", id: .redactionRuleID, value: .text(.reason))

  private static let redactionLimits = ObjectShape(
    noun: "the limits of redaction",
    properties: [
      .optional("depth", .integer(1...128), "How deep containers may nest; 32."),
      .optional("decodings", .integer(0...16), "How often a text is decoded; 4."),
      .optional(
        "text_bytes", .integer(1 << 12...1 << 30), "How many bytes one text may have; 8388608."),
    ], allowsExtensions: false)

  private static let redactionRules = EntriesShape(
    noun: "a rule", id: .redactionRuleID,
    value: .variants(
      VariantsShape(
        noun: "a redaction rule", key: "kind",
        variants: RedactionMatcher.kinds.map { kind in (kind, rule(kind)) })))

  private static func rule(_ kind: String) -> ObjectShape {
    let shape = entry(
      "a redaction rule of kind `\(kind)`", describedBy: .required,
      [.required("kind", .choice([kind]), "How it finds.")] + keys(of: kind) + ruleKeys)
    guard case .object(let object) = shape else { preconditionFailure("an entry is an object") }
    return object
  }

  /// What rules of every kind have.
  private static let ruleKeys: [Property] = [
    .optional(
      "action", .choice(RedactionAction.allCases.map(\.rawValue)),
      "What becomes of a find; `omit` by default."),
    .optional("fingerprint", name, "What kind of secret it is, with the action `fingerprint`."),
    .optional(
      "priority", .integer(0...100), "Which rule names what several find: the highest; 50."),
    .optional("class", name, "The statement of the log's or the bundle's classes that it keeps."),
    .required("examples", .object(ruleExamples), "What shows that it works; tried when checked."),
  ]

  private static let ruleExamples = ObjectShape(
    noun: "the examples of a rule",
    properties: [
      .required(
        "match", .list(of: .prose, minimum: 1),
        "Texts whose secrets are found, with placeholders for them."),
      .required("clean", .list(of: .prose, minimum: 1), "Texts that stay as they are."),
    ], allowsExtensions: false)

  private static func keys(of kind: String) -> [Property] {
    switch kind {
    case "value": valueKeys
    case "key": keyKeys
    case "url": urlKeys
    case "path": pathKeys
    case "block": [.required("labels", .list(of: .text(.pemLabel), minimum: 1), "After `BEGIN`.")]
    default:
      [
        .required("names", someNames, "The keys whose values are names of secrets."),
        .required("values", someNames, "The keys beside them whose values are the secrets."),
      ]
    }
  }

  private static let someNames = Shape.list(of: name, minimum: 1)
  private static let literals = Shape.list(of: .text(.literal), minimum: 1)
  private static let smallLiterals = Shape.list(of: .text(.smallLiteral), minimum: 0)

  private static let valueKeys: [Property] = [
    .required("anchors", literals, "One of these stands in every match."),
    .optional("short_anchor", .text(.reason), "Why an anchor has fewer than three bytes."),
    .optional("fold", .boolean, "Whether ASCII letters match in either case; `false`."),
    .optional("lead", .prose, "A class with a repeat: what stands before the anchor."),
    .optional("pattern", .prose, "What follows the anchor, in the dialect."),
    .optional("rest", .prose, "A class: what follows the pattern, as far as it goes."),
    .optional(
      "before", .prose, "The class that may not stand before; `[A-Za-z0-9_]`, or `none`."),
    .optional(
      "after", .prose, "The class that may not stand behind; `[A-Za-z0-9_]`, or `none`."),
    .optional("keep", .boolean, "Whether lead and anchor stay; `false`."),
    .optional("validator", .choice(RedactionValue.validators), "What a match must pass as well."),
    .optional("except", smallLiterals, "Matches that are none, in small letters."),
    .optional("not_after", names, "Names behind which a match is none."),
  ]

  private static let keyKeys: [Property] = [
    .required("names", .list(of: .text(.keyName), minimum: 1), "What such keys end with."),
    .optional(
      "value", .choice(RedactionKey.values), "How far an unquoted value goes; `word` by default."),
    .optional(
      "numbers", .choice(["redact", "keep"]), "What becomes of a number; `redact` by default."),
    .optional("strict", .boolean, "Whether text must have `name=value` or quotes; `false`."),
  ]

  private static let urlKeys: [Property] = [
    .required("part", .choice(RedactionURL.parts), "Where in the URL."),
    .optional(
      "parameters", .list(of: .text(.literal), minimum: 1), "The query's names, with `query`."),
    .optional("except", smallLiterals, "Users that may stay without password, with `userinfo`."),
  ]

  private static let pathKeys: [Property] = [
    .required("prefixes", literals, "What stands before the segment that goes."),
    .optional("whole", .boolean, "Whether all that follows goes; `false`."),
    .optional("fold", .boolean, "Whether ASCII letters match in either case; `false`."),
    .optional("except", smallLiterals, "Segments that stay, in small letters."),
  ]
}
