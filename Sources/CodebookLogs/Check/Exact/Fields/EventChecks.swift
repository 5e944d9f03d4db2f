internal import CodebookRuntime
internal import Redaction

/// Holds a record against what the catalog says of its event.
struct EventChecks {
  private let record: RecordNodes
  private let catalog: CatalogTables
  private let redactor: Redactor

  init(_ record: RecordNodes, _ catalog: CatalogTables, _ redactor: Redactor) {
    self.record = record
    self.catalog = catalog
    self.redactor = redactor
  }

  func check(_ facts: inout RecordFacts, _ found: inout FindingList) {
    guard let node = record.member(.event), let name = record.text(of: node) else { return }
    if name.elementsEqual(RuntimeEvent.sessionAdopted.rawValue.utf8) {
      facts.leftSession = leftSession
    }
    guard facts.event >= 0 else { return }
    let event = catalog.events[Int(facts.event)]
    let place = record.nodes[node].value
    checkNames(event.description, facts, &found)
    checkFields(event.description, at: place, &found)
    checkDetails(event, at: place, &facts, &found)
  }

  /// The session that the record says it leaves.
  private var leftSession: RecordFacts.Bits128 {
    guard let details = record.member(.details), record.nodes[details].kind == .object,
      let member = record.member(Array("provisional_session_id".utf8), of: details),
      let text = record.text(of: member), let session = IdentifierForm.uuid(text)
    else { return RecordFacts.Bits128() }
    return session
  }

  private func checkNames(
    _ event: CatalogDescription.Event, _ facts: RecordFacts, _ found: inout FindingList
  ) {
    let description = catalog.description
    if let level = event.level, facts.level >= 0 {
      let own = description.levels[Int(facts.level)].name
      if own != level {
        tell("log-event-level", event, .level, "is \(own), not \(level)", &found)
      }
    }
    if !event.services.isEmpty, facts.service >= 0 {
      check(
        description.services[Int(facts.service)], event.services, "log-event-service", event,
        .service, "is logged by the service", &found)
    }
    if !event.errorCodes.isEmpty, facts.errorCode >= 0 {
      check(
        description.errors[Int(facts.errorCode)].code, event.errorCodes, "log-event-code", event,
        .errorCode, "carries the error code", &found)
    }
    checkComponent(event, &found)
  }

  private func check(
    _ name: String, _ expected: [String], _ rule: String, _ event: CatalogDescription.Event,
    _ role: CatalogDescription.Role, _ verb: String, _ found: inout FindingList
  ) {
    guard !expected.contains(name) else { return }
    tell(rule, event, role, "\(verb) `\(name)`, not \(NameList.alternatives(expected))", &found)
  }

  private func checkComponent(
    _ event: CatalogDescription.Event, _ found: inout FindingList
  ) {
    guard !event.components.isEmpty, let node = record.member(.component),
      let name = record.text(of: node),
      !event.components.contains(where: { $0.utf8.elementsEqual(name) })
    else { return }
    let (own, others) = (QuotedText.of(name, redactor), NameList.alternatives(event.components))
    tell(
      "log-event-component", event, .component,
      "is logged by the component \(own), not \(others)", &found)
  }

  private func tell(
    _ rule: String, _ event: CatalogDescription.Event, _ role: CatalogDescription.Role,
    _ what: String, _ found: inout FindingList
  ) {
    guard let node = record.member(role) else { return }
    found.error(
      rule, "`\(event.name)` \(what)", at: record.nodes[node].value,
      fix: "codebook explain \(event.name)")
  }

  private func checkFields(
    _ event: CatalogDescription.Event, at place: Range<Int>, _ found: inout FindingList
  ) {
    for name in event.requiredFields {
      guard let field = catalog.fields[Array(name.utf8)], record.fields[field] == nil,
        !catalog.description.fields[field].isRequired
      else { continue }
      found.error(
        "log-event-field", "`\(event.name)` lacks the field `\(name)`", at: place,
        fix: "codebook explain \(event.name)")
    }
  }

  private func checkDetails(
    _ event: CatalogTables.Event, at place: Range<Int>, _ facts: inout RecordFacts,
    _ found: inout FindingList
  ) {
    guard catalog.field(.details) != nil else { return }
    let details = record.member(.details)
    if let details, record.nodes[details].kind != .object { return }
    var isThere = [Bool](repeating: false, count: event.description.details.count)
    for node in details.map(record.children(of:)) ?? [] {
      guard let index = event.details[record.name(of: node)] else { continue }
      isThere[index] = true
      if index < 64 { facts.details |= 1 << UInt64(index) }
      _ = ValueType(event.description.details[index]).check(node, in: record, &found)
    }
    for (detail, isThere) in zip(event.description.details, isThere)
    where !isThere && detail.isAlwaysWritten {
      found.error(
        "log-event-detail",
        "`\(event.description.name)` lacks the detail `\(detail.name)`",
        at: details.map(record.opening(of:)) ?? place,
        fix: "codebook explain \(event.description.name)")
    }
  }
}

extension CatalogDescription.Detail {
  /// Whether every record of the event has it: what is secret is never written, and a fingerprint
  /// stands under another name.
  fileprivate var isAlwaysWritten: Bool {
    isRequired && sensitivity != .secret && !hasFingerprint
  }

  private var hasFingerprint: Bool {
    if case .sensitive(_?) = sensitivity { true } else { false }
  }
}
