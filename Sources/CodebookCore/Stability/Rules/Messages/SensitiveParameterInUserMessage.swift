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
    comparison.altered([.error]).flatMap { change -> [ChangeFinding] in
      guard let before = change.before, let after = change.after else { return [] }
      let known = before.sensitiveParameters
      return after.sensitiveParameters.filter { !known.contains($0) }.map { name in
        let path = "parameters/\(name)/sensitivity"
        return ChangeFinding(
          key: change.key,
          message: "users read `{\(name)}`, which is \(after.facets[path]?.shown ?? "")",
          location: after.location(of: path), facets: change.facets.filter { $0.facet == path },
          notes: [comparison.was(before, change.change(of: path))],
          fix: "say it without the value, or make it public again", mark: name)
      }
    }
  }
}

extension SnapshotEntry {
  /// The parameters of an error code that users read although they are not public.
  fileprivate var sensitiveParameters: [String] {
    MessageTemplate.placeholders(in: facets["user_message"]?.text ?? "").map(\.name).filter {
      facets["parameters/\($0)/sensitivity"].map { $0 != .string("public") } ?? false
    }
  }
}
