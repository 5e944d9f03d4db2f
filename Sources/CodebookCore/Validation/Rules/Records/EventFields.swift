internal import Suggestions

extension RuleRegistry {
  static let eventFields = Rule(
    id: "event-fields",
    summary: "The fields that an event names exist, are optional ones, and are named once.",
    rationale: """
      `requires` and `optional` add to the fields that every record has. A field that is required \
      anyway, or that is named twice, leaves open what was meant.
      """,
    badExample: """
      events:
        save_failed: {level: ERROR, service: app, component: storage, message: No, requires: [atempt]}
      """,
    goodExample: """
      events:
        save_failed: {level: ERROR, service: app, component: storage, message: No, requires: [attempt]}
      """
  ) { context in
    let fields = Dictionary(
      context.catalog.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return context.catalog.events.filter { !$0.isRetired }.flatMap { event in
      ["requires", "optional"].flatMap { key in
        (event.info.node.value(key)?.items ?? []).compactMap { node in
          problem(of: node, under: key, event, fields)
        }
      }
    }
  }

  private static func problem(
    of node: Node, under key: String, _ event: EventEntry, _ fields: [String: FieldEntry]
  ) -> Finding? {
    guard let name = node.scalarText else { return nil }
    guard let field = fields[name] else {
      return Finding(
        "there is no field `\(name.shortened)`", at: node.range, entry: event.info,
        fix: "declare it under `fields`, or as a member of the event's `details`",
        suggestion: { Suggestion.phrase(for: name, among: fields.keys) })
    }
    if field.isRequired, !field.isRetired {
      return Finding(
        "every record has `\(name.shortened)`; the event need not name it", at: node.range,
        entry: event.info, fix: "remove it here")
    }
    if field.role == .details {
      return Finding(
        "what the details hold is told by `details`, not by naming the field", at: node.range,
        entry: event.info, fix: "details: {name: {type: string, sensitivity: public}}")
    }
    if key == "optional", event.requires.contains(name) {
      return Finding(
        "`\(name.shortened)` is both required and optional", at: node.range, entry: event.info,
        fix: "remove it from one of the two")
    }
    return nil
  }
}
