extension RuleRegistry {
  static let fieldConstraintNarrowed = Rule.change(
    "field-constraint-narrowed", breaks: [.wireBackward],
    summary: "Values that were valid stay valid.",
    rationale: """
      Stored records hold them: a checker of today refuses them.
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
        attempt: {type: integer, minimum: 2, description: How many tries.}
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
        attempt: {type: integer, minimum: 1, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, details]
      """
  ) {
    $0.alterations(.field) {
      $0.narrows == true
    } message: { change, facet in
      "the field `\(change.key.id)` had \(facet.old.map { "the \(facet.facet) \($0.shown)" } ?? "no \(facet.facet)")"
    }
  }
}

extension FacetChange {
  /// Whether fewer values are valid than before; `nil` where the change is about no limit.
  var narrows: Bool? {
    guard facet == "minimum" || facet == "maximum" else { return nil }
    guard let old = old?.number else { return true }
    guard let new = new?.number else { return false }
    return facet == "minimum" ? new > old : new < old
  }
}
