internal import Redaction

/// What a logger needs of a catalog, made ready once.
final class CatalogLayout: Sendable {
  /// An event with what follows from it.
  struct Event: Sendable {
    let description: CatalogDescription.Event
    let level: CatalogDescription.Level?
    /// The message, where nothing in it depends on the record.
    let constantMessage: ConstantMessage?
    /// The message in pieces; empty where the caller gives it.
    let messageSegments: [MessageSegment]
    /// The names of the details that it declares.
    let detailNames: Set<String>
    /// What is known of them; `nil` where all are written as they are.
    let guards: RecordGuards?
  }

  /// A field with its key as JSON: `"name":`.
  ///
  /// A class, since each record goes through all of them: a copy is one reference.
  final class Field: Sendable {
    let description: CatalogDescription.Field
    let role: CatalogDescription.Role?
    let key: String

    init(_ description: CatalogDescription.Field) {
      self.description = description
      role = description.role
      key = JSONText.of(description.name) + ":"
    }
  }

  let description: CatalogDescription
  let fields: [Field]
  /// The fields whose values callers give.
  let argumentFields: [Field]
  let events: [Event]
  let eventIndexes: [String: Int]
  let componentIndexes: [String: Int]
  let operatorMessages: [String: String]
  let operatorMessageTexts: Set<String>
  let redactor: Redactor
  /// What is known of the fields that callers give; `nil` where all are written as they are.
  let fieldGuards: RecordGuards?
  let hasDetails: Bool
  /// Only keys of these lengths can be reserved: bit N for N bytes.
  private let reservedLengths: UInt64
  private let fieldNames: Set<String>

  private static let operatorMessage = "operator_message"

  init(_ description: CatalogDescription) {
    self.description = description
    fields = description.fields.filter { $0.sensitivity != .secret || $0.isRequired }
      .map { Field($0) }
    hasDetails = fields.contains { $0.role == .details }
    let redactor = Redactor(description.redaction)
    self.redactor = redactor
    fieldGuards = RecordGuards(
      fields.filter { $0.role == nil }.map { ($0.description.name, $0.description.sensitivity) },
      redactor, pairs: false)
    argumentFields = fields.filter { $0.role.map { $0 == .errorCode || $0 == .scope } ?? true }
    events = description.events.map { Event($0, of: description, redactor) }
    eventIndexes = Self.indexes(description.events.map(\.name))
    componentIndexes = Self.indexes(description.components)
    operatorMessages = Dictionary(
      description.errors.map { ($0.code, $0.operatorMessage) },
      uniquingKeysWith: { first, _ in first })
    operatorMessageTexts = Set(operatorMessages.values)
    fieldNames = Set(description.fields.map(\.name) + [Self.operatorMessage])
    reservedLengths = (fieldNames + description.events.flatMap { $0.details.map(\.name) })
      .reduce(0) { $0 | 1 << UInt64($1.utf8.count & 63) }
  }

  /// The level of a severity: the least severe that has at least this number, or the most severe.
  func level(ofAtLeast severity: Int) -> CatalogDescription.Level {
    description.levels.first { $0.severity >= severity } ?? description.levels.last
      ?? CatalogDescription.Level("UNKNOWN", severity: severity)
  }

  /// The service of an event's records in a process.
  func service(ofEvent index: Int, in process: String) -> String {
    let services = events[index].description.services
    return services.isEmpty || services.contains(process) ? process : services[0]
  }

  /// Whether a component may stand in a record.
  func allows(component: String) -> Bool {
    description.componentsAreOpen || description.components.isEmpty
      || componentIndexes[component] != nil
  }

  /// Whether a key in the details of an event belongs to the catalog or to the runtime.
  func reserves(_ key: String, inDetailsOf event: Int) -> Bool {
    if key.utf8.first == UInt8(ascii: "_") { return true }
    guard reservedLengths & 1 << UInt64(key.utf8.count & 63) != 0 else { return false }
    return fieldNames.contains(key) || event >= 0 && events[event].detailNames.contains(key)
  }

  /// Names of arguments in the order of the record: fields, then what the event declares.
  func ordered(_ names: [String], ofEvent event: Int) -> [String] {
    let details = event >= 0 ? events[event].description.details.map(\.name) : []
    return (description.fields.map(\.name) + details).filter(names.contains)
  }

  private static func indexes(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}

extension CatalogLayout.Event {
  fileprivate init(
    _ event: CatalogDescription.Event, of catalog: CatalogDescription, _ redactor: Redactor
  ) {
    description = event
    level = catalog.levels.first { $0.name == event.level }
    let names = event.details.map(\.name) + event.requiredFields + event.optionalFields
    messageSegments = event.message.map { MessageSegment.split($0, at: Set(names)) } ?? []
    let field = catalog.fields.first { $0.role == .message }
    if let message = event.message, let field, !messageSegments.contains(where: \.isParameter) {
      constantMessage = ConstantMessage(message, field: field.name)
    } else {
      constantMessage = nil
    }
    detailNames = Set(event.details.map(\.name))
    guards = RecordGuards(
      event.details.filter { $0.sensitivity != .secret }.map { ($0.name, $0.sensitivity) },
      redactor, pairs: true)
  }
}

extension MessageSegment {
  fileprivate var isParameter: Bool {
    if case .parameter = self { true } else { false }
  }
}
