internal import CodebookRuntime
internal import Redaction

/// Finds what the runtimes would not have written.
///
/// It looks where they look and knows what they put in the place of what they find, so that nothing
/// is found in a record that they wrote.
struct SecretSearch {
  let catalog: CatalogTables
  let redactor: Redactor
  let names: SecretNames
  let texts: SecretTexts
  private let constants: ConstantTexts
  /// Of a text no more bytes are looked at; a runtime writes no more of it.
  static let bytesLookedAt = 65_536
  /// Of one line no more places are told.
  private static let maximumFindings = 64

  init(_ catalog: CatalogTables, _ redactor: Redactor) {
    self.catalog = catalog
    self.redactor = redactor
    names = SecretNames(catalog.description, redactor)
    texts = SecretTexts(redactor: redactor)
    constants = ConstantTexts(catalog, redactor)
  }

  /// Looks at a line that is no record, as one text.
  func search(text line: UnsafeBufferPointer<UInt8>, _ found: inout [SecretFind]) {
    let head = UnsafeBufferPointer(rebasing: line.prefix(Self.bytesLookedAt))
    found += texts.spans(in: head).prefix(Self.maximumFindings).map {
      SecretFind(
        reason: .rule(redactor.id(of: $0.rule)), range: $0.start..<$0.end, isValue: false)
    }
  }

  /// Looks at all of a record but what the catalog itself says.
  func search(_ record: RecordNodes, _ found: inout [SecretFind]) {
    for (node, name, field) in record.members {
      guard let field else {
        searchMember(node, name, in: record, pair: nil, &found)
        continue
      }
      search(node, catalog.description.fields[field], in: record, &found)
    }
  }

  /// Tells of a whole value.
  func tell(
    _ reason: SecretFind.Reason, _ value: LineNode, _ found: inout [SecretFind]
  ) {
    found.append(SecretFind(reason: reason, range: value.value, isValue: true))
  }
}

// Fields.
extension SecretSearch {
  private func search(
    _ node: Int, _ field: CatalogDescription.Field, in record: RecordNodes,
    _ found: inout [SecretFind]
  ) {
    switch field.role {
    case .details where record.nodes[node].kind == .object:
      searchDetails(node, in: record, &found)
    case .message:
      guard let text = record.text(of: node) else {
        return search(node, key: Array("message".utf8), in: record, &found)
      }
      if constants.isMessage(text, of: record) { return }
      search(node, key: Array("message".utf8), in: record, &found)
    case nil: searchDeclared(node, ValuePlace(field), in: record, pair: nil, &found)
    case let role?:
      if isPlain(node, role, in: record) { return }
      search(node, key: Array(field.name.utf8), in: record, &found)
    }
  }

  /// Whether a field has what nobody needs to look at: a name of the catalog, a time, an identifier.
  private func isPlain(
    _ node: Int, _ role: CatalogDescription.Role, in record: RecordNodes
  ) -> Bool {
    guard let text = record.text(of: node) else { return false }
    return switch role {
    case .level: catalog.index(of: text, .level) != nil
    case .service: catalog.index(of: text, .service) != nil
    case .component: catalog.index(of: text, .component) != nil
    case .event: catalog.index(of: text, .event) != nil
    case .errorCode: catalog.index(of: text, .errorCode) != nil
    case .scope: catalog.index(of: text, .scope) != nil
    case .timestamp: if case .time = TimestampForm.read(text) { true } else { false }
    case .correlation, .session: IdentifierForm.uuid(text) != nil
    case .span: IdentifierForm.span(text) != nil
    case .message, .details: false
    }
  }

  private func searchDetails(
    _ details: Int, in record: RecordNodes, _ found: inout [SecretFind]
  ) {
    let event = record.member(.event).flatMap { record.text(of: $0) }
      .flatMap { catalog.index(of: $0, .event) }.map { catalog.events[Int($0)] }
    let members = record.children(of: details).map { (node: $0, name: record.name(of: $0)) }
    let pair = pairRule(members, in: record)
    for (node, name) in members {
      if let detail = event?.details[name].map({ event?.description.details[$0] }) ?? nil {
        searchDeclared(node, ValuePlace(detail), in: record, pair: pair, &found)
      } else if constants.isRuntimes(name, record, node) {
        continue
      } else {
        searchMember(node, name, in: record, pair: pair, &found)
      }
    }
  }
}
