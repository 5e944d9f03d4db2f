extension RuleRegistry {
  static let recordOrderChanged = Rule.change(
    "record-order-changed", breaks: [.wireBackward, .wireForward],
    summary: "The fields of a record keep their order.",
    rationale: """
      Two processes write the same record as the same bytes; stored logs are compared with new \
      ones. A new field may stand anywhere, and one that is retired falls out.
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
        details: {type: object, role: details, description: What else is known.}
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, attempt,
         error_code, details]
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
  ) { comparison in
    comparison.alterations(.record) {
      $0.changesOrder
    } message: { _, _ in
      "fields that records had already stand in another order"
    }
      + comparison.alterations(.record) {
        $0.facet == "order" && !$0.changesOrder
      } message: { _, _ in
        "the record has other fields"
      }.map { finding in
        var finding = finding
        finding.severity = .note
        return finding
      }
  }
}

extension FacetChange {
  /// Whether fields that were there and still are stand in another order.
  var changesOrder: Bool {
    guard facet == "order" else { return false }
    let before = (old?.text ?? "").split(separator: FacetFlattening.separator)
    let after = (new?.text ?? "").split(separator: FacetFlattening.separator)
    let common = Set(before).intersection(after)
    return before.filter(common.contains) != after.filter(common.contains)
  }
}
