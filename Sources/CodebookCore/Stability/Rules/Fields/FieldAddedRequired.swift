extension RuleRegistry {
  static let fieldAddedRequired = Rule.change(
    "field-added-required", breaks: [.source, .wireBackward],
    summary: "A new field is optional.",
    rationale: """
      Stored records lack it: a reader of today refuses them.
      """,
    published: """
      fields:
        ts: {type: string, required: true, role: timestamp, description: When it happened.}
        level: {type: string, required: true, role: level, description: How severe it is.}
        service: {type: string, required: true, role: service, description: The process.}
        component: {type: string, required: true, role: component, description: The subsystem.}
        event: {type: string, required: true, role: event, description: What happened.}
        message: {type: string, required: true, role: message, description: The same for people.}
        correlation_id: {type: string, required: true, role: correlation, description: The operation.}
        session_id: {type: string, required: true, role: session, description: The run.}
        error_code: {type: string, role: error_code, description: The failure's code.}
        attempt: {type: integer, minimum: 1, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, details]
      """,
    bad: """
      fields:
        ts: {type: string, required: true, role: timestamp, description: When it happened.}
        level: {type: string, required: true, role: level, description: How severe it is.}
        service: {type: string, required: true, role: service, description: The process.}
        component: {type: string, required: true, role: component, description: The subsystem.}
        event: {type: string, required: true, role: event, description: What happened.}
        message: {type: string, required: true, role: message, description: The same for people.}
        correlation_id: {type: string, required: true, role: correlation, description: The operation.}
        session_id: {type: string, required: true, role: session, description: The run.}
        error_code: {type: string, role: error_code, description: The failure's code.}
        attempt: {type: integer, minimum: 1, description: How many tries.}
        host: {type: string, required: true, description: The machine.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, host, details]
      """,
    good: """
      fields:
        ts: {type: string, required: true, role: timestamp, description: When it happened.}
        level: {type: string, required: true, role: level, description: How severe it is.}
        service: {type: string, required: true, role: service, description: The process.}
        component: {type: string, required: true, role: component, description: The subsystem.}
        event: {type: string, required: true, role: event, description: What happened.}
        message: {type: string, required: true, role: message, description: The same for people.}
        correlation_id: {type: string, required: true, role: correlation, description: The operation.}
        session_id: {type: string, required: true, role: session, description: The run.}
        error_code: {type: string, role: error_code, description: The failure's code.}
        attempt: {type: integer, minimum: 1, description: How many tries.}
        host: {type: string, description: The machine.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, host, details]
      """
  ) { comparison in
    comparison.added([.field]).compactMap { change in
      guard change.after?.facets["required"] == .bool(true) else { return nil }
      return ChangeFinding(
        key: change.key, message: "stored records lack the new field `\(change.key.id)`",
        location: change.after?.location(of: "required") ?? change.location(in: comparison.current),
        fix: "required: false")
    }
  }
}
