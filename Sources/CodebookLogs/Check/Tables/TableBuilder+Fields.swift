internal import CodebookRuntime

// The fields of records.
extension TableBuilder {
  func fields() -> [FieldPlan] {
    description.fields.enumerated().map { index, field in
      let isKnown = catalog.partings[LogCatalog.Name(.field, field.name)] == nil
      let isPublic = field.sensitivity == .public
      let isCertain = isKnown && isPublic && (field.role != nil || isPlain(field.name))
      return FieldPlan(
        field, at: index, isCertain: isCertain, names: field.role.flatMap { names(of: $0) },
        in: memory)
    }
  }

  /// The names that a field of a role may have.
  private func names(of role: CatalogDescription.Role) -> NameTable? {
    switch role {
    case .level: names(.level, description.levels.map(\.name))
    case .service: names(.service, description.services)
    case .component: names(.component, description.components)
    case .event: names(.event, eventUses)
    case .errorCode: names(.errorCode, description.errors.map(\.code))
    case .scope: names(.scope, catalog.scopes)
    case .timestamp, .message, .correlation, .session, .span, .details: nil
    }
  }

  /// The names of fields that stand in JSON as they are.
  var memberNames: [(field: Int, name: String)] {
    usable(.field, description.fields.map(\.name)).filter { _, name in
      var json: [UInt8] = []
      DocumentText.append(name, to: &json)
      return json.count == name.utf8.count + 2
    }.map { (field: $0.index, name: $0.name) }
  }
}
