internal import Suggestions

extension RuleRegistry {
  static let redactionExampleForm = Rule(
    id: "redaction-example-form",
    summary: "A placeholder in a redaction rule's example is one that stands for something.",
    rationale: """
      Examples hold no secret: what stands in angle brackets is made up when they are tried. What \
      nothing is known of would be tried as it stands, and show nothing.
      """,
    badExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[A-Za-z0-9]{20}'
            examples: {match: ["acme_<alpha:20>"], clean: [acme_corp]}
      """,
    goodExample: """
      redaction:
        rules:
          acme-token:
            description: Tokens of Acme.
            kind: value
            anchors: [acme_]
            pattern: '[A-Za-z0-9]{20}'
            examples: {match: ["acme_<alnum:20>"], clean: [acme_corp]}
      """
  ) { context in
    context.liveRedactionRules.flatMap { rule in
      ["match", "clean"].flatMap { kind in
        (rule.info.node.value(at: ["examples", kind])?.items ?? []).compactMap { item -> Finding? in
          guard let text = item.scalarText, let fault = RedactionExample.fault(in: text) else {
            return nil
          }
          return Finding(
            fault.message, at: item.range(of: fault.characters), entry: rule.info,
            fix: "known: \(ExamplePlaceholder.kinds.joined(separator: ", "))",
            suggestion: {
              fault.unknownKind.flatMap {
                Suggestion.phrase(for: $0, among: ExamplePlaceholder.kinds)
              }
            })
        }
      }
    }
  }
}
