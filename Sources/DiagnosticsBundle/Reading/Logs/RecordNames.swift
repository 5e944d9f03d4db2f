internal import CodebookRuntime

/// Whether what a record says is of its catalog: level, service, event, error code, identifiers.
struct RecordNames: Sendable {
  /// What a field must hold.
  private enum Form: Sendable {
    case time, uuid, span
    case oneOf(NameSet)
    case oneOfOrName(NameSet)
  }

  private struct Check: Sendable {
    let field: [UInt8]
    let form: Form
    let fault: LineFaults.Fault
  }

  private let checks: [Check]

  /// - Parameter service: Whose log it is; other services' records may be there, too.
  init(_ catalog: CatalogDescription) {
    checks = catalog.fields.compactMap { field in
      Self.form(of: field, catalog).map { form, message in
        Check(
          field: Array(field.name.utf8), form: form,
          fault: LineFaults.Fault(
            rule: .record, severity: .warning, message: "its `\(field.name)` \(message)"))
      }
    }
  }

  private static func form(
    of field: CatalogDescription.Field, _ catalog: CatalogDescription
  ) -> (Form, String)? {
    switch field.role {
    case .timestamp: (.time, "is not a time in the form of records")
    case .level: (.oneOf(NameSet(catalog.levels.map(\.name))), "is no level of the catalog")
    case .service: (.oneOf(NameSet(catalog.services)), "is no service of the catalog")
    case .component:
      catalog.componentsAreOpen
        ? (.oneOfOrName(NameSet(catalog.components)), "is not a name in snake case")
        : (.oneOf(NameSet(catalog.components)), "is no component of the catalog")
    case .event:
      (
        .oneOfOrName(NameSet(catalog.events.map(\.name))),
        "is neither the catalog's nor a name in snake case"
      )
    case .errorCode:
      (.oneOf(NameSet(catalog.errors.map(\.code))), "is no error code of the catalog")
    case .correlation, .session: (.uuid, "is not a UUID in small hexadecimal digits")
    case .span: (.span, "is not 16 small hexadecimal digits")
    case .message, .scope, .details, nil: nil
    }
  }

  /// Tells each field that holds something else.
  func check(
    _ line: UnsafeBufferPointer<UInt8>, _ members: [RecordScanner.Member],
    _ tell: (LineFaults.Fault) -> Void
  ) {
    for check in checks {
      guard let member = members.first(where: { Self.isNamed($0, check.field, line) }) else {
        continue
      }
      let text = UnsafeBufferPointer(rebasing: line[member.value].dropFirst().dropLast())
      if member.kind != .string || member.valueHasEscapes || !Self.isValid(text, check.form) {
        tell(check.fault)
      }
    }
  }

  private static func isNamed(
    _ member: RecordScanner.Member, _ name: [UInt8], _ line: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard member.name.count == name.count else { return false }
    for index in 0..<name.count where line[member.name.lowerBound &+ index] != name[index] {
      return false
    }
    return true
  }

  private static func isValid(_ text: UnsafeBufferPointer<UInt8>, _ form: Form) -> Bool {
    switch form {
    case .time: Timestamp(text) != nil
    case .uuid: isUUID(text)
    case .span: text.count == 16 && text.allSatisfy(isHexDigit)
    case .oneOf(let names): names.contains(text)
    case .oneOfOrName(let names): names.contains(text) || isName(text)
    }
  }

  private static func isUUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for place in 0..<36 {
      let isHyphen = place == 8 || place == 13 || place == 18 || place == 23
      guard isHyphen ? text[place] == UInt8(ascii: "-") : isHexDigit(text[place]) else {
        return false
      }
    }
    return true
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte &- UInt8(ascii: "a") < 6
  }

  /// Snake case, of at most 64 characters.
  private static func isName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, text.count <= 64, first &- UInt8(ascii: "a") < 26 else {
      return false
    }
    return text.allSatisfy {
      $0 &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || $0 == UInt8(ascii: "_")
    }
  }
}
