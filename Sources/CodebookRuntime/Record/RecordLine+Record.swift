extension RecordLine {
  /// Writes a whole record by the catalog's layout.
  mutating func append(_ record: LogRecord, _ values: CatalogLayout.Values) {
    for name in values.invalid { markInvalid(name) }
    takeFingerprints(of: values)
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
      append(field, value)
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
      message(record.message)
      return
    }
    message(
      layout.events[event].messageSegments.map { segment in
        switch segment {
        case .text(let text): .constant(text)
        case .parameter(let name): values.part(name, in: layout)
        }
      })
  }

  private mutating func appendDetails(
    _ field: CatalogLayout.Field, of record: LogRecord, _ values: CatalogLayout.Values
  ) {
    let start = buffer.count
    begin(field)
    buffer.append(UInt8(ascii: "{"))
    beginDetails(at: start)
    for member in values.details { declare(member.key, member.value) }
    operatorMessage(values.operatorMessage)
    endDetails(adding: record.details, isRequired: field.description.isRequired)
  }

  /// Writes a field of the product's own, or what stands for it.
  private mutating func append(_ field: CatalogLayout.Field, _ value: LogValue) {
    let name = field.description.name
    if let guardian = name.withUTF8Bytes({ layout.fieldGuards?.guardian(of: $0) }) {
      let isRequired = isAlwaysThere(field)
      let treatment = name.withUTF8Bytes {
        mark(for: value, by: guardian, key: $0, isRequired: isRequired)
      }
      guard let mark = treatment else { return }
      if case .mark(let text) = mark {
        begin(field)
        buffer.appendText(text, limit: .max)
        return
      }
    }
    begin(field)
    name.withUTF8Bytes { buffer.append(declared: value, key: $0, limits: limits, &redaction) }
  }

  private func isAlwaysThere(_ field: CatalogLayout.Field) -> Bool {
    field.description.isRequired
      || event >= 0
        && layout.events[event].description.requiredFields.contains(field.description.name)
  }

  private mutating func takeFingerprints(of values: CatalogLayout.Values) {
    guard layout.fieldGuards != nil, redaction.fingerprints != nil else { return }
    for field in values.fields {
      field.key.withUTF8Bytes { takeFingerprint(ofField: $0, field.value) }
    }
  }
}

extension CatalogLayout.Values {
  /// What stands in a message for a parameter.
  fileprivate func part(_ name: String, in layout: CatalogLayout) -> MessagePart {
    if let value = details[name] { return .parameter(name, value) }
    guard let field = layout.argumentFields.first(where: { $0.description.name == name }) else {
      return .parameter(name, nil)
    }
    switch field.role {
    case .errorCode: return .name(errorCode)
    case .scope:
      if case .string(let scope)? = fields[name] { return .name(scope) }
      return .name(nil)
    default: return .parameter(name, fields[name])
    }
  }
}
