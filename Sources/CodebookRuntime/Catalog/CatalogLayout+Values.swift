extension CatalogLayout {
  /// The values of a record's fields and declared details, each of its type.
  struct Values {
    var fields = LogObject()
    var details = LogObject()
    /// The names of those that were not valid, in the order of the record.
    var invalid: [String] = []
  }

  /// The values that a record gives, in the catalog's order and each of the type that it has there.
  func coerced(_ record: LogRecord, ofEvent index: Int) -> Values {
    var values = Values()
    for field in fields {
      guard let value = value(of: field.description, in: record) else { continue }
      let name = field.description.name
      let coerced = Coercion(value, to: field.description)
      values.fields[name] = coerced.value
      if !coerced.isValid { values.invalid.append(name) }
    }
    let declared = index >= 0 ? events[index].description.details : []
    for detail in declared where !detail.isSecret {
      guard let value = record.declaredDetails[detail.name] else { continue }
      let coerced = Coercion(value, to: detail.type)
      values.details[detail.name] = coerced.value
      if !coerced.isValid { values.invalid.append(detail.name) }
    }
    return values
  }

  private func value(of field: CatalogDescription.Field, in record: LogRecord) -> LogValue? {
    switch field.role {
    case .scope:
      guard case .string(let text)? = record.fields[field.name] else { return nil }
      return .string(NameForm.dottedName(text))
    case nil: return record.fields[field.name]
    default: return nil
    }
  }
}

/// A value made to be of the type that the catalog has for it.
struct Coercion {
  let value: LogValue
  /// Whether it was so before.
  let isValid: Bool

  private init(_ value: LogValue, isValid: Bool) {
    self.value = value
    self.isValid = isValid
  }

  init(_ value: LogValue, to field: CatalogDescription.Field) {
    self.init(
      value, to: field.type, minimum: field.minimum ?? .min, maximum: field.maximum ?? .max)
  }

  init(
    _ value: LogValue, to type: CatalogDescription.JSONType, minimum: Int64 = .min,
    maximum: Int64 = .max
  ) {
    switch (type, value) {
    case (.integer, _): self.init(integer: value, in: minimum, maximum)
    case (.number, .integer(let integer)): self.init(.number(Double(integer)), isValid: true)
    case (.number, .unsigned(let integer)): self.init(.number(Double(integer)), isValid: true)
    case (.string, .string), (.number, .number), (.boolean, .boolean), (.array, .array),
      (.object, .object):
      self.init(value, isValid: true)
    default: self.init(Self.empty(type), isValid: false)
    }
  }

  private init(integer value: LogValue, in minimum: Int64, _ maximum: Int64) {
    let given: Int64? =
      switch value {
      case .integer(let integer): integer
      default: nil
      }
    let nearest: Int64 = if case .unsigned = value { .max } else { given ?? 0 }
    let valid = min(max(nearest, minimum), maximum)
    self.init(.integer(valid), isValid: given == valid)
  }

  /// What stands where a value is of another type.
  private static func empty(_ type: CatalogDescription.JSONType) -> LogValue {
    switch type {
    case .string: ""
    case .integer: 0
    case .number: 0.0
    case .boolean: false
    case .array: []
    case .object: [:]
    }
  }
}
