extension RecordLine {
  /// Writes a whole record by the catalog's layout.
  mutating func append(_ record: LogRecord, _ values: CatalogLayout.Values) {
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
    switch field.role {
    case .timestamp:
      begin(field)
      timestamp()
    case .level: append(field, name: record.level)
    case .service: append(field, name: service)
    case .component: append(field, name: record.component)
    case .event: append(field, name: record.event)
    case .message:
      begin(field)
      appendMessage(of: record, values)
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
    case .errorCode: append(field, name: values.errorCode)
    case .details: appendDetails(field, of: record, values)
    case .scope:
      guard case .string(let name)? = values.fields[field.description.name] else { return }
      append(field, name: name)
    case nil:
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

  /// Writes the event's own message, or else the caller's.
  private mutating func appendMessage(of record: LogRecord, _ values: CatalogLayout.Values) {
    guard event >= 0, layout.events[event].description.message != nil else {
      text(record.message)
      return
    }
    message(
      layout.events[event].messageSegments.map { segment in
        switch segment {
        case .text(let text): .string(text)
        case .parameter(let name): values.value(ofParameter: name, in: layout)
        }
      })
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
      buffer.appendMember(member, depth: 1, limits: limits)
    }
    operatorMessage(values.operatorMessage)
    endDetails(adding: record.details, isRequired: field.description.isRequired)
  }
}

extension CatalogLayout.Values {
  /// What stands in a message for a parameter; `nil` where the record does not have it.
  fileprivate func value(ofParameter name: String, in layout: CatalogLayout) -> LogValue? {
    if let value = details[name] { return .detail(name, value) }
    if let value = fields[name] { return value }
    let isCode = layout.description.fields.contains { $0.name == name && $0.role == .errorCode }
    return isCode ? .given(errorCode) : nil
  }
}
