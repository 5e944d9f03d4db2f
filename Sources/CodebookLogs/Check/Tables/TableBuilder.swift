internal import CodebookRuntime
internal import Redaction

/// Makes the parts of `RecordTables`.
struct TableBuilder {
  let memory = FixedMemory()
  let catalog: LogCatalog
  private let redactor: Redactor

  init(_ catalog: LogCatalog, _ redactor: Redactor) {
    self.catalog = catalog
    self.redactor = redactor
  }

  var description: CatalogDescription { catalog.description }

  /// The keys under which messages are looked at: the runtime's, and the product's.
  var messageKeys: [String] {
    let name = description.fields.first { $0.role == .message }?.name ?? "message"
    return name == "message" ? [name] : ["message", name]
  }

  /// The bits of some fields.
  func bits(of names: [String]) -> UInt64 {
    var bits: UInt64 = 0
    for (index, field) in description.fields.enumerated() where names.contains(field.name) {
      bits |= 1 << UInt64(index)
    }
    return bits
  }

  func names(_ kind: LogCatalog.Kind, _ names: [String]) -> NameTable {
    NameTable(usable(kind, names), in: memory)
  }

  /// The names that may stand in a record without a further look, each with its first place.
  func usable(_ kind: LogCatalog.Kind, _ names: [String]) -> [(index: Int, name: String)] {
    var seen: Set<String> = []
    return names.enumerated().filter { _, name in
      let isKnown = catalog.partings[LogCatalog.Name(kind, name)] == nil
      return !name.isEmpty && seen.insert(name).inserted && isKnown && isClean(name)
    }.map { (index: $0.offset, name: $0.element) }
  }

  /// The names of events; empty for one with more than the 64 details that have a place in facts.
  var eventUses: [String] {
    description.events.map { $0.details.count <= 64 ? $0.name : "" }
  }

  /// Of each component, the services that have it.
  var componentServices: [IndexSet] {
    description.components.map { set(catalog.componentServices[$0] ?? [], description.services) }
  }

  func plan(_ event: CatalogDescription.Event) -> EventPlan {
    let details = event.details.prefix(64)
    let required = details.enumerated().filter { $0.element.isRequired }
      .reduce(UInt64(0)) { $0 | 1 << UInt64($1.offset) }
    let level = description.levels.firstIndex { $0.name == event.level }
    // A level that the catalog does not list is none that a record could have.
    let wanted = event.level == nil ? -1 : Int16(level ?? Int(Int16.max))
    return EventPlan(
      level: wanted, services: set(event.services, description.services),
      components: set(event.components, description.components),
      errorCodes: set(event.errorCodes, description.errors.map(\.code)),
      requiredFields: bits(of: event.requiredFields), message: message(of: event),
      details: memory.table(details.map { plan($0) }), detailCount: details.count,
      requiredDetails: required, adoptsSession: event.name == RuntimeEvent.sessionAdopted.rawValue)
  }

  private func plan(_ detail: CatalogDescription.Detail) -> DetailPlan {
    let isCertain = detail.sensitivity == .public && isPlain(detail.name)
    return DetailPlan(detail, isCertain: isCertain, in: memory)
  }

  private func set(_ names: [String], _ all: [String]) -> IndexSet {
    if names.isEmpty { return IndexSet() }
    return IndexSet(all.indices.filter { names.contains(all[$0]) }, in: memory)
  }
}

// Texts of the catalog.
extension TableBuilder {
  /// A text as JSON without quotation marks; empty where the redactor finds something in it.
  func constant(_ text: String, key: String) -> FixedBytes {
    guard redactor.redacted(text, key: key) == nil else { return memory.bytes([]) }
    var json: [UInt8] = []
    DocumentText.append(text, to: &json)
    return memory.bytes(json.dropFirst().dropLast())
  }

  /// The message of an event, where it is the same in all of its records. One with braces may depend
  /// on the record.
  func constantMessage(of event: CatalogDescription.Event) -> String? {
    guard let message = event.message, !message.contains("{"),
      messageKeys.allSatisfy({ redactor.redacted(message, key: $0) == nil })
    else { return nil }
    return message
  }

  /// The same as JSON, or nothing.
  private func message(of event: CatalogDescription.Event) -> FixedBytes {
    constantMessage(of: event).map { constant($0, key: "message") } ?? memory.bytes([])
  }

  private func isClean(_ name: String) -> Bool { redactor.redacted(name) == nil }

  /// Whether no rule knows anything of a key: neither of what stands under it, nor of its text.
  func isPlain(_ name: String) -> Bool {
    redactor.keyRule(name) == nil && isClean(name)
  }
}
