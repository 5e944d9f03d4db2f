package import CodebookCore
package import CodebookRuntime
import Redaction

/// Values in the notation of values.json, which can say what JSON alone cannot.
package enum TaggedValue {
  /// The value of a case; `nil` for one that Swift has no value for.
  ///
  /// - Parameter name: The case's name, which its secrets are made of.
  package static func value(_ json: JSONValue, ofCase name: String) -> LogValue? {
    $caseName.withValue(name) { value(json) }
  }

  @TaskLocal private static var caseName = ""

  /// The value that a notation stands for; `nil` for one that Swift has no value for.
  package static func value(_ json: JSONValue) -> LogValue? {
    switch json {
    case .null: .null
    case .bool(let value): .boolean(value)
    case .integer(let value): .integer(Int64(value))
    case .string(let text): .string(text)
    case .array(let items): array(items)
    case .object(let members): members.count == 1 ? tagged(members[0]) : object(members)
    case .list: nil
    }
  }

  private static func array(_ items: [JSONValue]) -> LogValue? {
    let values = items.compactMap(value)
    return values.count == items.count ? .array(values) : nil
  }

  private static func object(_ members: [(String, JSONValue)]) -> LogValue? {
    let values = members.compactMap { name, item in value(item).map { (name, $0) } }
    return values.count == members.count ? .object(LogObject(values)) : nil
  }

  private static func tagged(_ member: (String, JSONValue)) -> LogValue? {
    switch (member.0, member.1) {
    case ("$integer", .string(let digits)): integer(digits)
    case ("$number", .string(let text)): number(text)
    case ("$sensitive", let given):
      value(given).map { LogValue(describing: Sensitive($0)) }
    case ("$secret", .string), ("$repeat", .array), ("$concat", .array):
      text(.object([member])).map { .string($0) }
    case ("$bytes", .string(let hexadecimal)):
      .string(String(decoding: bytes(hexadecimal), as: UTF8.self))
    case ("$array", .array(let given)): array(of: given)
    case ("$members", .integer(let count)):
      .object(LogObject((0..<count).map { ("k\($0)", .integer(Int64($0))) }))
    case ("$nest", .array(let given)): nest(given)
    case ("$object", .array(let pairs)): object(ofPairs: pairs)
    default: object([member])
    }
  }

  private static func integer(_ digits: String) -> LogValue? {
    Int64(digits).map { .integer($0) } ?? UInt64(digits).map { .unsigned($0) }
  }

  private static func number(_ text: String) -> LogValue? {
    switch text {
    case "NaN": .number(.nan)
    case "Infinity": .number(.infinity)
    case "-Infinity": .number(-.infinity)
    default: Double(text).map { .number($0) }
    }
  }

  /// A text, as it is or put together.
  private static func text(_ json: JSONValue) -> String? {
    switch json {
    case .string(let text): return text
    case .object(let members) where members.count == 1:
      if members[0].0 == "$secret", case .string(let template) = members[0].1 {
        return try? RedactionExample(template, rule: "values/\(caseName)").text
      }
      guard case .array(let given) = members[0].1 else { return nil }
      if members[0].0 == "$concat" { return given.compactMap(text).joined() }
      guard members[0].0 == "$repeat", given.count == 2, let part = text(given[0]),
        case .integer(let count) = given[1]
      else { return nil }
      return String(repeating: part, count: count)
    default: return nil
    }
  }

  private static func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
  }

  private static func array(of given: [JSONValue]) -> LogValue? {
    guard given.count == 2, let item = value(given[0]), case .integer(let count) = given[1] else {
      return nil
    }
    return .array(Array(repeating: item, count: count))
  }

  private static func nest(_ given: [JSONValue]) -> LogValue? {
    guard given.count == 2, case .string(let kind) = given[0], case .integer(let depth) = given[1]
    else { return nil }
    var nested: LogValue = kind == "object" ? .object([:]) : .array([])
    for _ in 1..<depth { nested = kind == "object" ? .object(["a": nested]) : .array([nested]) }
    return nested
  }

  private static func object(ofPairs pairs: [JSONValue]) -> LogValue? {
    var members: [(String, LogValue)] = []
    for pair in pairs {
      guard case .array(let given) = pair, given.count == 2, let key = text(given[0]),
        let item = value(given[1])
      else { return nil }
      members.append((key, item))
    }
    return .object(LogObject(members))
  }
}
