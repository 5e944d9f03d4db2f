internal import CodebookCore
internal import CodebookRuntime
internal import Suggestions

/// Holds the members of a record against the catalog's fields.
struct FieldChecks {
  private let record: RecordNodes
  private let catalog: CatalogTables
  /// Of one line no more members are told that are no fields.
  private static let maximumUnknown = 64

  init(_ record: RecordNodes, _ catalog: CatalogTables) {
    self.record = record
    self.catalog = catalog
  }

  func check(
    _ names: inout NameChecks, _ facts: inout RecordFacts, _ found: inout FindingList
  ) {
    checkMissing(&found)
    var unknown = 0
    for (node, name, field) in record.members {
      guard let field else {
        unknown += 1
        if unknown <= Self.maximumUnknown {
          names.checkField(name, at: record.nodes[node].name, &found)
        }
        continue
      }
      if field < 64 { facts.fields |= 1 << UInt64(field) }
      names.checkDeprecated(name, .field, at: record.nodes[node].name, &found)
      let description = catalog.description.fields[field]
      let isFirst = record.fields[field] == node
      var told = RecordFacts()
      if ValueType(description).check(node, in: record, &found) {
        check(node, description, &names, &told, &found)
      }
      if isFirst { facts.take(told, description.role) }
    }
  }

  private func checkMissing(_ found: inout FindingList) {
    for (place, field) in catalog.description.fields.enumerated()
    where field.isRequired && record.fields[place] == nil {
      found.error(
        "log-missing-field", "the field `\(field.name)` is missing", at: record.opening)
    }
  }

  private func check(
    _ node: Int, _ field: CatalogDescription.Field, _ names: inout NameChecks,
    _ facts: inout RecordFacts, _ found: inout FindingList
  ) {
    guard let role = field.role, let text = record.text(of: node) else { return }
    let range = record.nodes[node].value
    switch role {
    case .timestamp: checkTimestamp(text, field, range, &facts, &found)
    case .correlation:
      facts.correlation = identifier(text, field, range, &found) ?? facts.correlation
    case .session: facts.session = identifier(text, field, range, &found) ?? facts.session
    case .span: checkSpan(text, field, range, &facts, &found)
    case .level: facts.level = names.check(text, .level, at: range, &found)
    case .service: facts.service = names.check(text, .service, at: range, &found)
    case .component: facts.component = names.check(text, .component, at: range, &found)
    case .event: facts.event = names.check(text, .event, at: range, &found)
    case .errorCode: facts.errorCode = names.check(text, .errorCode, at: range, &found)
    case .scope: facts.scope = names.check(text, .scope, at: range, &found)
    case .message, .details: break
    }
  }

  private func checkTimestamp(
    _ text: [UInt8], _ field: CatalogDescription.Field, _ range: Range<Int>,
    _ facts: inout RecordFacts, _ found: inout FindingList
  ) {
    switch TimestampForm.read(text) {
    case .time(let time): facts.time = time
    case .otherForm:
      found.error(
        "log-timestamp", "`\(field.name)` is not written as a time of RFC 3339 in UTC", at: range,
        fix: "write it as 2026-01-09T18:07:23.412Z")
    case .noDate:
      found.error(
        "log-timestamp", "`\(field.name)` is a date or time that does not exist", at: range)
    }
  }

  private func identifier(
    _ text: [UInt8], _ field: CatalogDescription.Field, _ range: Range<Int>,
    _ found: inout FindingList
  ) -> RecordFacts.Bits128? {
    guard let bits = IdentifierForm.uuid(text) else {
      found.error(
        "log-identifier",
        Self.isCapital(text)
          ? "`\(field.name)` is a UUID with capital letters, not small ones"
          : "`\(field.name)` is no UUID in small hexadecimal digits", at: range)
      return nil
    }
    if let reason = IdentifierChance.reason(bits.high, bits.low) {
      found.warning(
        "log-identifier-random", "`\(field.name)` is not random: it \(reason)", at: range,
        fix: "make it of 128 random bits, such as a UUID of version 4")
    }
    return bits
  }

  /// Whether a text is a UUID but for its capital letters.
  private static func isCapital(_ text: [UInt8]) -> Bool {
    let small = text.map { 0x41...0x46 ~= $0 ? $0 | 0x20 : $0 }
    return IdentifierForm.uuid(small) != nil
  }

  private func checkSpan(
    _ text: [UInt8], _ field: CatalogDescription.Field, _ range: Range<Int>,
    _ facts: inout RecordFacts, _ found: inout FindingList
  ) {
    guard let span = IdentifierForm.span(text) else {
      return found.error(
        "log-identifier", "`\(field.name)` is not 16 small hexadecimal digits", at: range)
    }
    facts.span = span
  }
}

extension RecordFacts {
  /// Takes over what one field tells.
  fileprivate mutating func take(_ told: RecordFacts, _ role: CatalogDescription.Role?) {
    switch role {
    case .timestamp: time = told.time
    case .level: level = told.level
    case .service: service = told.service
    case .component: component = told.component
    case .event: event = told.event
    case .errorCode: errorCode = told.errorCode
    case .scope: scope = told.scope
    case .correlation: correlation = told.correlation
    case .session: session = told.session
    case .span: span = told.span
    case .message, .details, nil: break
    }
  }
}
