package import CodebookRuntime

/// A JSON value as both languages write it: no space, names in order, nothing left out.
package indirect enum JSONForm: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSONForm])
  case members([(name: String, value: JSONForm)])
  /// What was written before.
  case bytes([UInt8])

  /// Whole numbers.
  static func integers(_ values: some Sequence<Int64>) -> JSONForm {
    .list(values.map { .integer($0) })
  }

  /// A number, or nothing.
  static func optional(_ value: Int64?) -> JSONForm { value.map { .integer($0) } ?? .null }

  /// A text, or nothing.
  static func optional(_ value: String?) -> JSONForm { value.map { .text($0) } ?? .null }

  /// The value of a name; `nil` where there is none, or this is no object.
  package subscript(name: String) -> JSONForm? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The value with its text, which is not made again.
  var written: JSONForm {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return .bytes(bytes)
  }

  /// The value as a text.
  package var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the value as a text.
  package func write(to output: inout [UInt8]) {
    switch self {
    case .null: output += Array("null".utf8)
    case .boolean(let value): output += Array((value ? "true" : "false").utf8)
    case .integer(let value): output += Array(String(value).utf8)
    case .number(let value): DocumentText.append(value, to: &output)
    case .text(let value): DocumentText.append(value, to: &output)
    case .bytes(let bytes): output += bytes
    case .list(let values): Self.write(values, "[]", to: &output) { $0.write(to: &$1) }
    case .members(let members):
      Self.write(members.sorted { $0.name < $1.name }, "{}", to: &output) { member, output in
        DocumentText.append(member.name, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ brackets: StaticString, to output: inout [UInt8],
    _ each: (Element, inout [UInt8]) -> Void
  ) {
    output.append(brackets.utf8Start[0])
    for (place, element) in elements.enumerated() {
      if place > 0 { output.append(UInt8(ascii: ",")) }
      each(element, &output)
    }
    output.append(brackets.utf8Start[1])
  }
}

extension JSONForm {
  /// A value that was read.
  package init(_ value: LogValue) {
    switch value {
    case .string(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .unsigned(let number): self = .number(Double(number))
    case .number(let number): self = .number(number)
    case .boolean(let flag): self = .boolean(flag)
    case .null: self = .null
    case .array(let values): self = .list(values.map { JSONForm($0) })
    case .object(let object):
      self = .members(object.members.map { ($0.key, JSONForm($0.value)) })
    }
  }
}
