internal import CodebookRuntime
internal import Logging

extension LogValue {
  /// Deeper than any record goes: there only the number of items counts.
  private static let maximumDepth = 20

  /// The value of metadata; numbers and truth values stay what they are.
  init(_ value: Logger.MetadataValue, depth: Int = 0) {
    switch value {
    case .string(let text): self = .string(text)
    case .stringConvertible(let value): self = Self.scalar(value)
    case .array(let items):
      self = .array(
        items.map { depth < Self.maximumDepth ? LogValue($0, depth: depth + 1) : .null })
    case .dictionary(let members):
      self = .object(
        LogObject(
          members.sorted { $0.key < $1.key }.map { key, value in
            (key, depth < Self.maximumDepth ? LogValue(value, depth: depth + 1) : .null)
          }))
    }
  }

  private static func scalar(_ value: any CustomStringConvertible) -> LogValue {
    switch value {
    case let value as Bool: .boolean(value)
    case let value as Double: .number(value)
    case let value as Float: .number(Double(value))
    case let value as any BinaryInteger: integer(value)
    default: .string(value.description)
    }
  }

  private static func integer(_ value: some BinaryInteger) -> LogValue {
    if let value = Int64(exactly: value) { return .integer(value) }
    if let value = UInt64(exactly: value) { return .unsigned(value) }
    return .string(value.description)
  }
}
