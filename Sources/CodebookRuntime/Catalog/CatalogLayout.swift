/// What a logger needs of a catalog, made ready once.
final class CatalogLayout: Sendable {
  /// The message of an event, as constants have it and as it is cut.
  struct Message: Sendable {
    let text: String
    /// The number of code points.
    let length: Int
    /// `"message":`, by the name that the product has for it.
    let key: String
    /// The key with the message as JSON.
    let json: [UInt8]

    /// Where the message stands in a constant part.
    func place(in part: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
      guard part.count >= json.count else { return nil }
      return (0...(part.count - json.count))
        .first { part[$0...].starts(with: json) }
        .map { $0..<($0 + json.count) }
    }
  }

  /// An event with what follows from it.
  struct Event: Sendable {
    let description: CatalogDescription.Event
    let level: CatalogDescription.Level?
    let message: Message?
    /// The names of the details that it declares.
    let detailNames: Set<String>
  }

  /// A field with its key as JSON: `"name":`.
  struct Field: Sendable {
    let description: CatalogDescription.Field
    let key: String
  }

  let description: CatalogDescription
  let fields: [Field]
  let events: [Event]
  let eventIndexes: [String: Int]
  let componentIndexes: [String: Int]
  /// Only keys of these lengths can be reserved: bit N for N bytes.
  private let reservedLengths: UInt64
  private let fieldNames: Set<String>

  static let operatorMessage = "operator_message"

  init(_ description: CatalogDescription) {
    self.description = description
    fields = description.fields.filter { !$0.isSecret || $0.isRequired }
      .map { Field(description: $0, key: Self.json($0.name) + ":") }
    let messageKey = Self.json(description.name(of: .message) ?? "") + ":"
    let levels = description.levels
    events = description.events.map { event in
      Event(
        description: event, level: levels.first { $0.name == event.level },
        message: event.message.map { Self.message($0, key: messageKey) },
        detailNames: Set(event.details.map(\.name)))
    }
    eventIndexes = Self.indexes(description.events.map(\.name))
    componentIndexes = Self.indexes(description.components)
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

  /// Whether a key in the details of an event belongs to the catalog or to the runtime.
  func reserves(_ key: String, inDetailsOf event: Int) -> Bool {
    if key.utf8.first == UInt8(ascii: "_") { return true }
    guard reservedLengths & 1 << UInt64(key.utf8.count & 63) != 0 else { return false }
    return fieldNames.contains(key) || event >= 0 && events[event].detailNames.contains(key)
  }

  /// Names of arguments in the order of the record: fields, then what the event declares.
  func ordered(_ names: [String], ofEvent event: Int) -> [String] {
    let order =
      description.fields.map(\.name)
      + (event >= 0 ? events[event].description.details.map(\.name) : [])
    return order.filter(names.contains) + names.filter { !order.contains($0) }
  }

  private static func message(_ text: String, key: String) -> Message {
    Message(
      text: text, length: text.unicodeScalars.count, key: key, json: Array((key + json(text)).utf8))
  }

  private static func indexes(_ names: [String]) -> [String: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }

  /// A text as JSON, however long it is.
  private static func json(_ text: String) -> String {
    var buffer = LineBuffer(capacity: text.utf8.count * 6 + 2)
    defer { buffer.deallocate() }
    buffer.appendText(text, limit: .max)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }
}

extension CatalogDescription {
  /// The name of the field with a role.
  func name(of role: Role) -> String? {
    fields.first { $0.role == role }?.name
  }
}
