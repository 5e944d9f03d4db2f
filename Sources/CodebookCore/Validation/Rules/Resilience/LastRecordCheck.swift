internal import Suggestions

/// Holds what a timeline expects of a record against the catalog's fields.
struct LastRecordCheck {
  private let fields: [String: FieldEntry]
  private let ids: DeclaredIDs

  init(_ context: RuleContext) {
    fields = Dictionary(
      context.catalog.fields.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    ids = context.ids
  }

  func findings(_ last: Node?) -> [Finding] {
    (last?.pairs ?? []).compactMap { pair in
      guard let name = pair.key.scalarText else { return nil }
      guard let field = fields[name], !field.isRetired else {
        return Finding(
          "records have no field `\(name.shortened)`", at: pair.key.range,
          fix: "name a field of `fields`",
          suggestion: { Suggestion.phrase(for: name, among: fields.keys) })
      }
      return mistyped(pair.value, field) ?? unknown(pair.value, field)
    }
  }

  /// - Returns: What is wrong where a value is none of the IDs that it can be.
  func unknown(_ node: Node, _ declared: Set<String>, _ kind: String) -> Finding? {
    guard let id = node.scalarText, !declared.contains(id) else { return nil }
    return Finding(
      "there is no \(kind) `\(id.shortened)`", at: node.range, fix: "name one that is declared",
      suggestion: { Suggestion.phrase(for: id, among: declared) })
  }

  private func mistyped(_ node: Node, _ field: FieldEntry) -> Finding? {
    // A field of a type that there is not is a finding of its own.
    guard CatalogFormat.fieldTypes.contains(field.type), !hasType(node, field.type) else {
      return nil
    }
    return Finding(
      "`\(field.id)` is of the type \(field.type), not \(node.noun)", at: node.range,
      fix: "expect a value that it can have")
  }

  private func unknown(_ node: Node, _ field: FieldEntry) -> Finding? {
    switch field.role {
    case .event: unknown(node, ids.events, "event")
    case .errorCode: unknown(node, ids.errors, "error code")
    case .scope: unknown(node, ids.scopes, "scope")
    case .level: unknown(node, ids.levels, "level")
    case .service: unknown(node, ids.services, "service")
    case .component: unknown(node, ids.components, "component")
    default: nil
    }
  }

  private func hasType(_ node: Node, _ type: String) -> Bool {
    switch (node.content, type) {
    case (.mapping, "object"), (.sequence, "array"): true
    case (.scalar(let scalar), _): Self.types(scalar.type).contains(type)
    default: false
    }
  }

  private static func types(_ type: ScalarType) -> [String] {
    switch type {
    case .string: ["string"]
    case .integer: ["integer", "number"]
    case .number: ["number"]
    case .boolean: ["boolean"]
    case .null: []
    }
  }
}
