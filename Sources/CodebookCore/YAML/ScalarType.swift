/// What a scalar is by YAML 1.2's core schema.
package enum ScalarType: Sendable, Hashable {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number that is no integer of 64 bits.
  case number
  case string
}

extension Scalar {
  /// The type by the core schema: only plain scalars are anything but strings, and `no`, `on` and
  /// `1_000` are strings.
  package var type: ScalarType {
    guard isPlain else { return .string }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .boolean(true)
    case "false", "False", "FALSE": return .boolean(false)
    case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
      "-.Inf", "-.INF":
      return .number
    default: return Self.numberType(text)
    }
  }

  private static func numberType(_ text: String) -> ScalarType {
    guard let first = text.utf8.first, first < UInt8(ascii: "A") else { return .string }
    if let radix = radix(text) { return prefixed(text.dropFirst(2), radix) }
    if let integer = integer(text) { return .integer(integer) }
    return looksLikeNumber(text) ? .number : .string
  }

  private static func integer(_ text: String) -> Int? {
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    guard !unsigned.isEmpty, unsigned.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private static func radix(_ text: String) -> Int? {
    text.utf8.starts(with: "0x".utf8) ? 16 : text.utf8.starts(with: "0o".utf8) ? 8 : nil
  }

  /// `0x [0-9a-fA-F]+` or `0o [0-7]+`, whose digits are `digits`.
  private static func prefixed(_ digits: Substring, _ radix: Int) -> ScalarType {
    let areDigits = digits.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && Character(scalar).hexDigitValue.map { $0 < radix } == true
    }
    guard areDigits, !digits.isEmpty else { return .string }
    return Int(digits, radix: radix).map { .integer($0) } ?? .number
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func looksLikeNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipDigits() -> Int {
      let start = rest.count
      rest = rest.drop { (0x30...0x39).contains($0) }
      return start - rest.count
    }
    func skip(_ bytes: StaticString...) -> Bool {
      for byte in bytes where rest.first == byte.utf8Start.pointee {
        rest = rest.dropFirst()
        return true
      }
      return false
    }
    _ = skip("-", "+")
    let whole = skipDigits()
    let fraction = skip(".") ? skipDigits() : 0
    guard whole + fraction > 0 else { return false }
    if skip("e", "E") {
      _ = skip("-", "+")
      guard skipDigits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
