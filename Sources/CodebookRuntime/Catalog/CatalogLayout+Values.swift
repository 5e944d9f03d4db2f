extension CatalogLayout {
  /// What a record says, each value of the type that the catalog has for it.
  struct Values {
    var fields = LogObject()
    var details = LogObject()
    var errorCode: String?
    var operatorMessage: String?
    /// The names of arguments that were not valid.
    var invalid: [String] = []
  }

  /// What a record says, in the catalog's order. A required field without a value gets what is
  /// nearest to nothing.
  func values(of record: LogRecord, ofEvent index: Int) -> Values {
    var values = Values()
    for field in argumentFields {
      if field.role == .errorCode {
        takeCode(of: record, field.description, ofEvent: index, &values)
      } else {
        take(record.fields[field.description.name], for: field.description, &values)
      }
    }
    let declared = index >= 0 ? events[index].description.details : []
    for detail in declared where detail.sensitivity != .secret {
      guard let value = record.declaredDetails[detail.name] else { continue }
      let coerced = Coercion(value, to: detail.type)
      values.details[detail.name] = coerced.value
      if !coerced.isValid { values.invalid.append(detail.name) }
    }
    return values
  }

  private func take(
    _ value: LogValue?, for field: CatalogDescription.Field, _ values: inout Values
  ) {
    if value == nil, !field.isRequired { return }
    let value = value ?? .null
    if field.role == .scope {
      values.fields[field.name] = .string(scope(Coercion.text(value)))
      return
    }
    let coerced = Coercion(value, to: field)
    values.fields[field.name] = coerced.value
    if !coerced.isValid { values.invalid.append(field.name) }
  }

  /// A scope put into form, unless it holds what must not be written.
  private func scope(_ text: String) -> String {
    redaction.mustNotName(text) ? RecordRedaction.redactedName : NameForm.dottedName(text)
  }

  /// Takes the record's code. One that the catalog does not have is left out, or becomes the
  /// event's own where every record has a code.
  private func takeCode(
    of record: LogRecord, _ field: CatalogDescription.Field, ofEvent index: Int,
    _ values: inout Values
  ) {
    if let code = record.errorCode, let message = operatorMessages[code] {
      values.errorCode = code
      values.operatorMessage = record.operatorMessage ?? message
      return
    }
    guard record.errorCode != nil || field.isRequired else { return }
    values.invalid.append(field.name)
    guard field.isRequired else { return }
    let own = index >= 0 ? events[index].description.errorCodes.first : nil
    values.errorCode = own ?? description.errors.first?.code
    values.operatorMessage = values.errorCode.flatMap { operatorMessages[$0] }
  }
}
