extension RuleRegistry {
  static let fieldRemoved = Rule.change(
    "field-removed", breaks: [.source, .wireBackward, .wireForward],
    summary: "A published field stays, at least as a tombstone.",
    rationale: """
      Stored records have it, and code reads it.
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
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         details]
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
        attempt: {stability: deprecated, type: integer, minimum: 1, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, details]
      """
  ) { $0.removals(.field) }
}
