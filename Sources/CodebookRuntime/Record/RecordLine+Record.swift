extension RecordLine {
  /// Writes a whole record by the catalog's layout.
  mutating func append(_ record: LogRecord) {
    let values = layout.coerced(record, ofEvent: event)
    for name in values.invalid { markInvalid(name) }
    buffer.append(UInt8(ascii: "{"))
    for field in layout.fields {
      append(field, of: record, values)
    }
    buffer.append("}\n")
  }

  private mutating func append(
    _ field: CatalogLayout.Field, of record: LogRecord, _ values: CatalogLayout.Values
  ) {
    switch field.description.role {
    case .timestamp:
      begin(field)
      timestamp()
    case .level: append(field, name: record.level)
    case .service: append(field, name: service)
    case .component: append(field, name: record.component)
    case .event: append(field, name: record.event)
    case .message:
      begin(field)
      text(record.message)
    case .correlation:
      begin(field)
      correlationID()
    case .session:
      begin(field)
      sessionID()
    case .span:
      guard context.spanID != nil else { return }
      begin(field)
      spanID(prefix: "", suffix: "")
    case .errorCode: append(field, name: record.errorCode)
    case .details: appendDetails(field, of: record, values)
    case .scope, nil:
      guard let value = values.fields[field.description.name] else { return }
      begin(field)
      buffer.append(value, depth: 1, limits: limits)
    }
  }

  /// Writes a field's name with the comma before it, if it needs one.
  private mutating func begin(_ field: CatalogLayout.Field) {
    if buffer.count > 1 { buffer.append(UInt8(ascii: ",")) }
    buffer.appendVerbatim(field.key)
  }

  private mutating func append(_ field: CatalogLayout.Field, name: String?) {
    guard let name else { return }
    begin(field)
    self.name(name)
  }

  private mutating func appendDetails(
    _ field: CatalogLayout.Field, of record: LogRecord, _ values: CatalogLayout.Values
  ) {
    let start = buffer.count
    begin(field)
    beginDetails(prefix: "")
    details.start = start
    for member in values.details {
      separateMember()
      buffer.append(key: member.key)
      buffer.append(member.value, depth: 1, limits: limits)
    }
    if record.errorCode != nil { operatorMessage(record.operatorMessage) }
    endDetails(adding: record.details, isRequired: field.description.isRequired)
  }
}
