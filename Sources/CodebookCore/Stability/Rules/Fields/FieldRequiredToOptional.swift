extension RuleRegistry {
  static let fieldRequiredToOptional = Rule.change(
    "field-required-to-optional", breaks: [.source, .wireForward],
    summary: "A field that every record has stays in every record.",
    rationale: """
      Readers of yesterday rely on it, and fail on the first record without it.
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
        host: {type: string, required: true, description: The machine.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, host, details]
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
        host: {type: string, description: The machine.}
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
        host: {type: string, required: true, description: The machine.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, host, details]
      """
  ) {
    $0.alterations(.field) {
      $0.facet == "required" && $0.new == .bool(false)
    } message: {
      change, _ in
      "the field `\(change.key.id)` was in every record"
    }
  }
}
