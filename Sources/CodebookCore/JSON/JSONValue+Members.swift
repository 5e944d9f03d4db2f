/// Names with their values; a name without a value is left out.
typealias Members = [(name: String, value: JSONValue?)]

extension JSONValue {
  /// An object of those members that have a value.
  static func members(_ members: Members) -> JSONValue {
    .object(members.compactMap { member in member.value.map { (member.name, $0) } })
  }

  /// A text, left out where it is absent or empty.
  static func text(_ text: String?) -> JSONValue? {
    guard let text, !text.isEmpty else { return nil }
    return .string(text)
  }

  /// A list of texts in the order given, left out where it is empty.
  static func texts(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : .array(texts.map { .string($0) })
  }
}
