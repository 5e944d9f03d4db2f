package import CodebookCore

/// What stands in JSON, for tests: what is not there is empty.
extension JSONValue {
  package subscript(_ name: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.0 == name }?.1 ?? .null
  }

  package var items: [JSONValue] {
    if case .array(let items) = self { items } else { [] }
  }

  package var texts: [String] { items.map(\.text) }

  package var text: String {
    if case .string(let text) = self { text } else { "" }
  }

  package var number: Int {
    if case .integer(let number) = self { number } else { 0 }
  }

  package var isTrue: Bool {
    if case .bool(let value) = self { value } else { false }
  }
}
