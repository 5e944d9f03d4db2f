extension RuleRegistry {
  static let fieldUnitChanged = Rule.change(
    "field-unit-changed", breaks: [.wireBackward, .wireForward],
    summary: "A published field keeps its unit.",
    rationale: """
      A number of one unit read as another is wrong by a thousand, and nothing shows it.
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
        attempt: {type: integer, minimum: 1, unit: ms, description: How many tries.}
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
        attempt: {type: integer, minimum: 1, unit: s, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, details]
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
        attempt: {type: integer, minimum: 1, unit: ms, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, details]
      """
  ) {
    $0.alterations(.field) {
      $0.facet == "unit"
    } message: { change, facet in
      "the unit of the field `\(change.key.id)` was \(facet.old?.shown ?? "not given")"
    }
  }
}
