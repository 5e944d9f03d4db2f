internal import CodebookRuntime
internal import Redaction

/// What the catalog itself says in records, and so need not be looked at.
struct ConstantTexts {
  private let catalog: CatalogTables
  private let redactor: Redactor
  private let segments: [[MessageSegment]]
  private let operatorMessages: Set<String>

  init(_ catalog: CatalogTables, _ redactor: Redactor) {
    self.catalog = catalog
    self.redactor = redactor
    segments = catalog.description.events.map { event in
      let names = event.details.map(\.name) + event.requiredFields + event.optionalFields
      return event.message.map { MessageSegment.split($0, at: Set(names)) } ?? []
    }
    operatorMessages = Set(catalog.description.errors.map(\.operatorMessage))
  }

  /// Whether a message is the one that the catalog has for the record's event, with nothing in it
  /// that somebody else may have written.
  func isMessage(_ text: [UInt8], of record: RecordNodes) -> Bool {
    guard let name = record.member(.event).flatMap({ record.text(of: $0) }),
      let index = catalog.index(of: name, .event), !segments[Int(index)].isEmpty,
      let message = message(catalog.events[Int(index)], segments[Int(index)], record)
    else { return false }
    return text.elementsEqual(message.utf8) || CutText.isCut(text, of: message)
  }

  /// Whether a detail is the runtime's own, and says what the catalog says.
  func isRuntimes(_ name: [UInt8], _ record: RecordNodes, _ node: Int) -> Bool {
    if name.elementsEqual("operator_message".utf8) {
      guard let text = record.text(of: node) else { return false }
      return operatorMessages.contains {
        text.elementsEqual($0.utf8) || CutText.isCut(text, of: $0)
      }
    }
    guard name.elementsEqual("_invalid".utf8), record.nodes[node].kind == .array else {
      return false
    }
    return record.children(of: node).allSatisfy { item in
      record.text(of: item).map(isArgument) ?? false
    }
  }

  private func isArgument(_ name: [UInt8]) -> Bool {
    catalog.fields[name] != nil || catalog.events.contains { $0.details[name] != nil }
  }

  /// The message of a record; `nil` where texts of others stand in it, which were looked at.
  private func message(
    _ event: CatalogTables.Event, _ segments: [MessageSegment], _ record: RecordNodes
  ) -> String? {
    var message = ""
    for segment in segments {
      switch segment {
      case .text(let text): message += text
      case .parameter(let name):
        guard let value = value(name, event, record) else { return nil }
        message += value
      }
    }
    return message
  }

  /// A parameter as it stands in a message; `nil` for one that may be anybody's text.
  private func value(
    _ name: String, _ event: CatalogTables.Event, _ record: RecordNodes
  ) -> String? {
    let key = Array(name.utf8)
    let place: ValuePlace
    let node: Int?
    if let detail = event.details[key] {
      place = ValuePlace(event.description.details[detail])
      node = record.member(.details).flatMap { record.member(key, of: $0) }
    } else if let field = catalog.fields[key] {
      place = ValuePlace(catalog.description.fields[field])
      node = record.fields[field]
      if isName(field) { return node.map { string($0, record) } ?? "…" }
    } else {
      return nil
    }
    switch place.type {
    case .string, .array, .object: return nil
    case .integer, .number, .boolean:
      // A fingerprint takes a detail's place, and not its place in the message.
      if place.sensitivity != .public { return "[redacted:sensitive]" }
      return node.map { string($0, record) } ?? "…"
    }
  }

  /// Whether a field has names: they stand in messages as they are.
  private func isName(_ field: Int) -> Bool {
    let role = catalog.description.fields[field].role
    return role == .errorCode || role == .scope
  }

  /// A text, or a value's JSON.
  private func string(_ node: Int, _ record: RecordNodes) -> String {
    String(decoding: record.text(of: node) ?? Array(record.source(of: node)), as: UTF8.self)
  }
}
