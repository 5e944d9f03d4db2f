internal import Suggestions

extension RuleRegistry {
  static let undeclaredParameter = Rule(
    id: "undeclared-parameter",
    summary: "Every `{name}` in a message is declared.",
    rationale: """
      An undeclared parameter would be shown as it stands, braces included. In an error's message \
      it is one of its `parameters`, in an event's a field that the event has or one of its \
      details. Other braces are plain text, and so is `{{name}}`.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {second} seconds.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """,
    goodExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {seconds} seconds.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """
  ) { context in
    let errors = context.catalog.errors.flatMap { error in
      let declared = error.parameters.map(\.name)
      return undeclared(error.userMessage, error, "user", declared)
        + undeclared(error.operatorMessage, error, "operator", declared)
    }
    let always = context.catalog.fields.filter(\.isRequired).map(\.id)
    let events = context.catalog.events.flatMap { event in
      undeclared(
        event.message ?? "", event, "message",
        event.details.map(\.name) + event.requires + event.optional + always)
    }
    return errors + events
  }

  private static func undeclared(
    _ message: String, _ entry: some Entry, _ key: String, _ declared: [String]
  ) -> [Finding] {
    MessageTemplate.placeholders(in: message).filter { !declared.contains($0.name) }.map { place in
      Finding(
        "`{\(place.name.shortened)}` is not declared",
        at: entry.info.node.value(key)?.range(of: place.characters) ?? entry.info.idRange,
        entry: entry.info,
        fix: "\(key == "message" ? "details" : "parameters"):\n"
          + "  \(place.name.shortened): {type: string, sensitivity: public}",
        suggestion: { Suggestion.phrase(for: place.name, among: declared) })
    }
  }

  static let unusedParameter = Rule(
    id: "unused-parameter", severity: .warning,
    summary: "Every declared parameter stands in a message.",
    rationale: "Callers would have to give a value that nobody ever sees.",
    badExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """,
    goodExample: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {seconds} seconds.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """
  ) { context in
    context.catalog.errors.flatMap { error -> [Finding] in
      guard !error.parameters.isEmpty else { return [] }
      let used = Set(
        (MessageTemplate.placeholders(in: error.userMessage)
          + MessageTemplate.placeholders(in: error.operatorMessage)).map(\.name))
      return error.parameters.filter { !used.contains($0.name) }.map { parameter in
        Finding(
          "no message of `\(error.id.shortened)` has `{\(parameter.name.shortened)}`",
          at: parameter.nameRange,
          entry: error.info,
          fix: "remove it, or write `{\(parameter.name.shortened)}` where it belongs")
      }
    }
  }

  static let sensitiveParameter = Rule(
    id: "sensitive-parameter",
    summary: "A user message has public parameters only, and no message has a secret one.",
    rationale: """
      User messages are shown, photographed and pasted into forums. What is secret is redacted \
      before anything is written, so that a message could never show it.
      """,
    badExample: """
      errors:
        ACME-DB-001:
          user: The account {account} is locked. Please try again.
          operator: Database row of the account is locked; inspect open transactions.
          parameters:
            account: {type: string, sensitivity: sensitive}
      """,
    goodExample: """
      errors:
        ACME-DB-001:
          user: The account is locked. Please try again.
          operator: Database row of account {account} is locked; inspect open transactions.
          parameters:
            account: {type: string, sensitivity: sensitive}
      """
  ) { context in
    let errors = context.catalog.errors.flatMap { error -> [Finding] in
      guard !error.parameters.isEmpty else { return [] }
      let levels = Dictionary(
        error.parameters.map { ($0.name, $0.sensitivity) }, uniquingKeysWith: { first, _ in first })
      return exposed(error.userMessage, error, "user", levels) { $0 != .public }
        + exposed(error.operatorMessage, error, "operator", levels) { $0 == .secret }
    }
    let fields = context.catalog.fields.map { ($0.id, $0.sensitivity) }
    let events = context.catalog.events.flatMap { event -> [Finding] in
      guard event.message?.utf8.contains(UInt8(ascii: "{")) == true else { return [] }
      let levels = Dictionary(
        event.details.map { ($0.name, $0.sensitivity) } + fields,
        uniquingKeysWith: { first, _ in first })
      return exposed(event.message ?? "", event, "message", levels) { $0 == .secret }
    }
    return errors + events
  }

  private static func exposed(
    _ message: String, _ entry: some Entry, _ key: String, _ levels: [String: Sensitivity],
    _ isExposed: (Sensitivity) -> Bool
  ) -> [Finding] {
    MessageTemplate.placeholders(in: message).compactMap { placeholder in
      guard let level = levels[placeholder.name], isExposed(level) else { return nil }
      return Finding(
        "`{\(placeholder.name.shortened)}` is \(level.rawValue) and must not stand in this message",
        at: entry.info.node.value(key)?.range(of: placeholder.characters) ?? entry.info.idRange,
        entry: entry.info, fix: "say it without the value")
    }
  }
}
