extension RuleRegistry {
  static let fieldRoles = Rule(
    id: "field-roles",
    summary: "Each role has at most one field; those that every record needs have one.",
    rationale: """
      Loggers and checkers find the timestamp, the level and the rest by role, whatever the \
      product calls them. A record without one of these could not be sorted, filtered or \
      followed from process to process.
      """,
    badExample: """
      fields:
        ts: {type: integer, required: true, role: timestamp, description: When it happened.}
        level: {type: string, required: true, role: level, description: How severe it is.}
        service: {type: string, required: true, role: service, description: The process.}
        component: {type: string, required: true, role: component, description: The subsystem.}
        event: {type: string, required: true, role: event, description: What happened.}
        message: {type: string, required: true, role: message, description: The same for people.}
        correlation_id: {type: string, required: true, role: correlation, description: Operation.}
        session_id: {type: string, required: true, role: session, description: The run.}
        error_code: {type: string, role: error_code, description: The failure's code.}
        attempt: {type: integer, minimum: 1, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      """,
    goodExample: """
      fields:
        ts: {type: string, required: true, role: timestamp, description: When it happened.}
        level: {type: string, required: true, role: level, description: How severe it is.}
        service: {type: string, required: true, role: service, description: The process.}
        component: {type: string, required: true, role: component, description: The subsystem.}
        event: {type: string, required: true, role: event, description: What happened.}
        message: {type: string, required: true, role: message, description: The same for people.}
        correlation_id: {type: string, required: true, role: correlation, description: Operation.}
        session_id: {type: string, required: true, role: session, description: The run.}
        error_code: {type: string, role: error_code, description: The failure's code.}
        attempt: {type: integer, minimum: 1, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      """
  ) { context in
    repeatedRoles(context.catalog) + wrongTypes(context.catalog) + missingRoles(context.catalog)
  }

  private static let neededRoles: [FieldRole] = [
    .timestamp, .level, .service, .component, .event, .message, .correlation, .session,
  ]

  private static func repeatedRoles(_ catalog: Catalog) -> [Finding] {
    var first: [FieldRole: FieldEntry] = [:]
    return catalog.fields.filter { !$0.isRetired }.compactMap { field in
      guard let role = field.role else { return nil }
      guard let earlier = first[role] else {
        first[role] = field
        return nil
      }
      return Finding(
        "the role `\(role.rawValue)` is given twice", at: field.range(of: "role"),
        entry: field.info, notes: [("first given here", earlier.range(of: "role"))],
        fix: "take it from one of the two")
    }
  }

  private static func wrongTypes(_ catalog: Catalog) -> [Finding] {
    catalog.fields.compactMap { field in
      guard let role = field.role else { return nil }
      let type = role == .details ? "object" : "string"
      guard !field.type.isEmpty, field.type != type else { return nil }
      return Finding(
        "a field with the role `\(role.rawValue)` has the type `\(type)`",
        at: field.range(of: "type"), entry: field.info, fix: "type: \(type)")
    }
  }

  private static func missingRoles(_ catalog: Catalog) -> [Finding] {
    guard let section = catalog.root.pair("fields")?.key.range else { return [] }
    var findings: [Finding] = []
    for role in neededRoles {
      guard let field = catalog.fields.first(where: { $0.role == role && !$0.isRetired }) else {
        findings.append(
          Finding(
            "no field has the role `\(role.rawValue)`", at: section,
            fix: "give one of the fields `role: \(role.rawValue)`"))
        continue
      }
      if !field.isRequired {
        findings.append(
          Finding(
            "every record needs the field with the role `\(role.rawValue)`",
            at: field.range(of: "required"), entry: field.info, fix: "required: true"))
      }
    }
    let carriesCodes = catalog.events.contains { !$0.errors.isEmpty }
    if carriesCodes, !catalog.fields.contains(where: { $0.role == .errorCode }) {
      findings.append(
        Finding(
          "events carry error codes, and no field has the role `error_code`", at: section,
          fix: "give one of the fields `role: error_code`"))
    }
    return findings
  }
}
