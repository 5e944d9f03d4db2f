extension RuleRegistry {
  static let fieldLimits = Rule(
    id: "field-limits",
    summary: "Limits and units stand at numbers, and the minimum is not above the maximum.",
    rationale: "A limit that nothing can meet, or that means nothing, is a slip of the pen.",
    badExample: """
      scopes:
        rest.orders: {description: Orders.}
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
        attempt: {type: integer, minimum: 5, maximum: 1, description: How many tries.}
        details: {type: object, role: details, description: What else is known.}
      """,
    goodExample: """
      scopes:
        rest.orders: {description: Orders.}
      """
  ) { context in
    let fields = context.catalog.fields.flatMap { field in
      ["minimum", "maximum", "unit"].compactMap {
        meaningless($0, in: field.info.node, field.type, field.info)
      } + [exchanged(field)].compactMap(\.self)
    }
    let details = context.catalog.events.flatMap { event in
      event.details.compactMap { detail in
        event.info.node.value(at: ["details", detail.name]).flatMap {
          meaningless("unit", in: $0, detail.type, event.info)
        }
      }
    }
    return fields + details
  }

  /// What to say of a key that only numbers may have.
  private static func meaningless(
    _ key: String, in node: Node, _ type: String, _ entry: EntryInfo
  ) -> Finding? {
    guard !type.isEmpty, type != "integer", type != "number", let value = node.value(key) else {
      return nil
    }
    return Finding(
      "`\(key)` has no meaning for the type `\(type.shortened)`", at: value.range, entry: entry,
      fix: "remove it")
  }

  private static func exchanged(_ field: FieldEntry) -> Finding? {
    guard let minimum = field.minimum, let maximum = field.maximum, minimum > maximum else {
      return nil
    }
    return Finding(
      "the minimum \(minimum) is above the maximum \(maximum)", at: field.range(of: "minimum"),
      entry: field.info, notes: [("the maximum", field.range(of: "maximum"))],
      fix: "exchange the two")
  }
}
