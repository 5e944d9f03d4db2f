extension LogValue {
  /// Anything as a value of a record: what JSON knows as it is, the rest by its description.
  ///
  /// A caller's own description runs here, so never while the logger's lock is held. What is inside
  /// a value that is neither an array nor a dictionary is not looked into. Of containers inside one
  /// another the first 20 are followed: a record has no more.
  public init(describing value: Any?) {
    self.init(describing: value, depth: 0)
  }

  private static let maximumDepth = 20

  private init(describing value: Any?, depth: Int) {
    guard let value else {
      self = .null
      return
    }
    self =
      Self.plain(value) ?? Self.container(value, depth: depth) ?? .string(String(describing: value))
  }

  private static func plain(_ value: Any) -> LogValue? {
    switch value {
    case let value as LogValue: value
    case let value as LogObject: .object(value)
    case let value as String: .string(value)
    case let value as Substring: .string(String(value))
    case let value as Bool: .boolean(value)
    case let value as any BinaryInteger: integer(value)
    case let value as Double: .number(value)
    case let value as Float: .number(Double(value))
    case let value as [UInt8]: .string(String(decoding: value, as: UTF8.self))
    default: nil
    }
  }

  /// An integer, as a text of its digits where it has no place in 64 bits.
  private static func integer(_ value: some BinaryInteger) -> LogValue {
    if let integer = Int64(exactly: value) { return .integer(integer) }
    if let integer = UInt64(exactly: value) { return .unsigned(integer) }
    return .string(String(value))
  }

  private static func container(_ value: Any, depth: Int) -> LogValue? {
    let isAllowed = depth < maximumDepth
    switch value {
    case let value as [Any?]:
      return .array(isAllowed ? value.map { LogValue(describing: $0, depth: depth + 1) } : [])
    case let value as [String: Any?]:
      // A dictionary has no order of its own, and a record is to be the same each time.
      let keys = isAllowed ? value.keys.sorted() : []
      return .object(
        LogObject(keys.map { ($0, LogValue(describing: value[$0] ?? nil, depth: depth + 1)) }))
    default: return nil
    }
  }
}
