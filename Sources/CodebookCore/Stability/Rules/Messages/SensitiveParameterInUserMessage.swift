extension RuleRegistry {
  static let sensitiveParameterInUserMessage = Rule.change(
    "sensitive-parameter-in-user-message", breaks: [.privacy],
    summary: "A parameter that users read stays public.",
    rationale: """
      A user message is shown, photographed and pasted into forums. Where a parameter of it \
      becomes sensitive, or a sensitive one comes into it, what users see gives something away.
      """,
    published: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {seconds} s.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """,
    bad: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {seconds} s.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: sensitive}
      """,
    good: """
      errors:
        ACME-DB-001:
          user: The database is busy. Please try again in {seconds} s.
          operator: Database lock not obtained; inspect open transactions.
          parameters:
            seconds: {type: integer, sensitivity: public}
      """
  ) { comparison in
    comparison.altered(.error).flatMap { change -> [ChangeFinding] in
      let message = change.after?.facets["user_message"]?.text ?? ""
      return MessageTemplate.placeholders(in: message).compactMap { placeholder in
        let path = "parameters/\(placeholder.name)/sensitivity"
        guard let level = change.after?.facets[path], level.text != Sensitivity.public.rawValue
        else { return nil }
        return ChangeFinding(
          key: change.key,
          message: "users read `{\(placeholder.name)}`, which is \(level.shown)",
          location: change.after?.location(of: path) ?? change.location(in: comparison.current),
          facets: change.facets.filter { $0.facet == path },
          notes: change.before.map { [comparison.was($0, change.change(of: path))] } ?? [],
          fix: "say it without the value, or make it public again", mark: placeholder.name)
      }
    }
  }
}
