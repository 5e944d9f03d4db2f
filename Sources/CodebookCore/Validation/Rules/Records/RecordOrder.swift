internal import Suggestions

extension RuleRegistry {
  static let recordOrder = Rule(
    id: "record-order",
    summary: "`record_order` names every field once.",
    rationale: """
      Every writer puts a record's fields in this one order, so that two processes write the same \
      record as the same bytes.
      """,
    badExample: """
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         details]
      """,
    goodExample: """
      record_order:
        [ts, level, service, component, event, message, correlation_id, session_id, error_code,
         attempt, details]
      """
  ) { context in
    let catalog = context.catalog
    guard let order = catalog.root.pair("record_order") else { return [] }
    let unknown = order.value.items.compactMap { node -> Finding? in
      guard let name = node.scalarText, !context.ids.fields.contains(name) else { return nil }
      return Finding(
        "there is no field `\(name.shortened)`", at: node.range,
        fix: "remove it",
        suggestion: { Suggestion.phrase(for: name, among: context.ids.fields) })
    }
    let named = Set(catalog.recordOrder)
    let missing = catalog.fields.filter { !named.contains($0.id) && !$0.isRetired }.map { field in
      Finding(
        "field `\(field.id.shortened)` has no place in the record", at: order.key.range,
        notes: [("declared here", field.info.idRange)], fix: "add `\(field.id)` to record_order")
    }
    let retired = Set(catalog.fields.filter(\.isRetired).map(\.id))
    let outdated = order.value.items.filter { $0.scalarText.map(retired.contains) == true }.map {
      Finding(
        "field `\($0.scalarText ?? "")` is retired: no record has it any more", at: $0.range,
        fix: "remove it")
    }
    return unknown + missing + outdated
  }
}
