internal import CodebookRuntime

/// How a field of a record is read.
struct FieldPlan: BitwiseCopyable {
  /// What is known of a field's values.
  enum Kind: UInt8, BitwiseCopyable {
    case timestamp, level, service, component, event, message, correlation, session, span
    case errorCode, scope, details
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

  init(
    _ field: CatalogDescription.Field, at index: Int, isCertain: Bool, in memory: FixedMemory
  ) {
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
    case .level: .level
    case .service: .service
    case .component: .component
    case .event: .event
    case .message: .message
    case .correlation: .correlation
    case .session: .session
    case .span: .span
    case .errorCode: .errorCode
    case .scope: .scope
    case .details: .details
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
