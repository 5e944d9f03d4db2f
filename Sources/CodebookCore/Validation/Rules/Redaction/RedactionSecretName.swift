internal import Redaction

extension RuleRegistry {
  static let redactionSecretName = Rule(
    id: "redaction-secret-name",
    summary: "A value that is no text has no name of a secret.",
    rationale: """
      Under a name that a redaction rule of kind `key` knows, the runtimes write a text such as \
      `[redacted:access-token]` whatever the value is: no record would have the type that the \
      catalog promises, and nobody would see the number. Truth values are written as they are; so \
      are numbers where the rule says `numbers: keep`.
      """,
    badExample: """
      events:
        answer_received:
          level: INFO
          service: app
          message: Answer received
          details:
            prompt_token: {type: integer, sensitivity: public}
      """,
    goodExample: """
      events:
        answer_received:
          level: INFO
          service: app
          message: Answer received
          details:
            prompt_tokens: {type: integer, sensitivity: public}
      """
  ) { context in
    let declared = DeclaredValue.all(of: context.catalog)
    let names = SecretNameEndings(context.catalog.redaction.rules)
    // Most catalogs have none, and need no engine to be made for them.
    guard declared.contains(where: { names.mayEnd($0.name) }),
      let tables = try? context.catalog.redaction.tables()
    else { return [] }
    let redactor = Redactor(tables)
    return declared.compactMap { value in
      guard let rule = redactor.keyRule(value.name), !(rule.keepsNumbers && value.isNumber) else {
        return nil
      }
      return Finding(
        "`\(value.name.shortened)` is always `[redacted:\(rule.id)]`, and never of the type "
          + value.type, at: value.range, entry: value.entry,
        fix: "give it another name or the type string, or list it in `safe_keys`")
    }
  }
}

/// A public field or detail that is neither a text nor a truth value.
private struct DeclaredValue {
  let name: String
  let type: String
  let entry: EntryInfo
  let range: SourceRange

  var isNumber: Bool { type == "integer" || type == "number" }

  static func all(of catalog: Catalog) -> [DeclaredValue] {
    let fields = catalog.fields.filter { !$0.isRetired && $0.role == nil }.map {
      (
        DeclaredValue(name: $0.id, type: $0.type, entry: $0.info, range: $0.info.idRange),
        $0.sensitivity
      )
    }
    let details = catalog.events.filter { !$0.isRetired }.flatMap { event in
      event.details.map {
        (
          DeclaredValue(name: $0.name, type: $0.type, entry: event.info, range: $0.nameRange),
          $0.sensitivity
        )
      }
    }
    return (fields + details).filter { value, sensitivity in
      sensitivity == .public && value.type != "string" && value.type != "boolean"
    }.map(\.0)
  }
}

/// What names of secrets end with.
private struct SecretNameEndings {
  private let endings: [String]

  init(_ rules: [RedactionRuleEntry]) {
    endings = rules.flatMap { rule -> [String] in
      if case .key(let key) = rule.matcher { key.names.map(Self.bare) } else { [] }
    }
  }

  func mayEnd(_ name: String) -> Bool {
    let name = Self.bare(name)
    return endings.contains { name.hasSuffix($0) }
  }

  /// A name as rules know it: letters and digits alone.
  private static func bare(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
