internal import CodebookRuntime

/// How a field of a record is read.
struct FieldPlan: BitwiseCopyable {
  /// What is known of a field's values.
  enum Kind: UInt8, BitwiseCopyable {
    case timestamp, message, correlation, session, span, details
    /// Of what the catalog lists: a level, an event, a code.
    case name
    case text, integer, number, boolean, array, object
    /// Only the exact path can say whether a value is right.
    case uncertain
  }

  let kind: Kind
  let name: FixedBytes
  /// `"name":`.
  let key: FixedBytes
  /// The field's bit in `RecordFacts.fields`.
  let bit: UInt64
  /// The least and the greatest integer.
  let minimum: Int64
  let maximum: Int64
  /// Whether any number will do.
  let isUnbounded: Bool
  /// The names of which it has one, and where in `RecordFacts` the place of that stands. So all such
  /// fields are read alike, and are one thing less that must be foretold in members of any order.
  let names: UnsafePointer<NameTable>?
  let fact: Int

  init(
    _ field: CatalogDescription.Field, at index: Int, isCertain: Bool,
    names: NameTable?, in memory: FixedMemory
  ) {
    self.names = names.map { memory.table([$0]) }
    fact = Self.fact(field.role).flatMap { MemoryLayout<RecordFacts>.offset(of: $0) } ?? 0
    kind = isCertain ? Self.kind(of: field) : .uncertain
    name = memory.bytes(field.name.utf8)
    var json: [UInt8] = []
    DocumentText.append(field.name, to: &json)
    key = memory.bytes(json + [UInt8(ascii: ":")])
    bit = 1 << UInt64(index & 63)
    minimum = field.minimum ?? .min
    maximum = field.maximum ?? .max
    isUnbounded = field.minimum == nil && field.maximum == nil
  }

  private static func kind(of field: CatalogDescription.Field) -> Kind {
    if field.role == .details { return field.type == .object ? .details : .uncertain }
    guard let role = field.role else { return Kind(field.type) }
    guard field.type == .string else { return .uncertain }
    return switch role {
    case .timestamp: .timestamp
    case .level, .service, .component, .event, .errorCode, .scope: .name
    case .message: .message
    case .correlation: .correlation
    case .session: .session
    case .span: .span
    case .details: .details
    }
  }

  private static func fact(
    _ role: CatalogDescription.Role?
  ) -> WritableKeyPath<RecordFacts, Int16>? {
    switch role {
    case .level: \.level
    case .service: \.service
    case .component: \.component
    case .event: \.event
    case .errorCode: \.errorCode
    case .scope: \.scope
    case .timestamp, .message, .correlation, .session, .span, .details, nil: nil
    }
  }
}

extension FieldPlan.Kind {
  /// How a value of a type is read, whatever it means.
  init(_ type: CatalogDescription.JSONType) {
    self =
      switch type {
      case .string: .text
      case .integer: .integer
      case .number: .number
      case .boolean: .boolean
      case .array: .array
      case .object: .object
      }
  }
}
