/// The forms that IDs and names have in every catalog.
extension TextShape {
  static let snakeCase = TextShape(
    noun: "a `snake_case` name", pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$", accepts: isSnakeCase)

  /// `snake_case` names joined by dots, such as `rest.orders`.
  static let dottedName = TextShape(
    noun: "a name such as `rest.orders`",
    pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*(\\.[a-z][a-z0-9]*(_[a-z0-9]+)*)*$"
  ) { text in
    !text.isEmpty
      && text.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { isSnakeCase(String($0)) }
  }

  static let upperCase = TextShape(
    noun: "an upper-case word such as `HTTP`", pattern: "^[A-Z][A-Z0-9]*$"
  ) { $0.utf8.first.map(isUpper) == true && $0.utf8.allSatisfy { isUpper($0) || isDigit($0) } }

  /// Any shape of code: whether it fits the prefix and the domains is for rules to say.
  static let codeID = TextShape(
    noun: "an error code such as `PT-HTTP-429`", pattern: "^[A-Z][A-Z0-9]*-[A-Z][A-Z0-9]*-[0-9]+$"
  ) { _ in true }

  static let rowID = TextShape(
    noun: "an ID such as `RR-01`", pattern: "^[A-Z][A-Z0-9]*-[0-9]+$"
  ) { text in
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && upperCase.accepts(String(parts[0]))
      && !parts[1].isEmpty && parts[1].utf8.allSatisfy(isDigit)
  }

  /// What a request of a timeline is called.
  static let requestID = TextShape(
    noun: "an ID of letters, digits, `-` and `_`", pattern: "^[A-Za-z0-9_-]+$"
  ) { text in
    !text.isEmpty && text.utf8.allSatisfy { isPathByte($0) && $0 != UInt8(ascii: ".") }
  }

  static let ruleID = TextShape(
    noun: "a rule's ID", pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
  ) { text in
    !text.utf8.contains(UInt8(ascii: "_")) && isSnakeCase(text.replacing("-", with: "_"))
  }

  /// A relative path with forward slashes and no dot segments.
  static let path = TextShape(
    noun: "a relative path such as `logs/engine.log.jsonl`",
    pattern: "^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$"
  ) { text in
    text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { segment in
      segment.utf8.first.map { $0 != UInt8(ascii: ".") } == true
        && segment.utf8.allSatisfy(isPathByte)
    }
  }

  /// Where a value stands in a configuration, as its owner calls it.
  static let configurationKey = TextShape(
    noun: "a key such as `rest.base_url`",
    pattern: "^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)*$"
  ) { text in
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { segment in
      let bytes = segment.utf8
      return bytes.first.map { !isDigit($0) && $0 != UInt8(ascii: "-") } == true
        && bytes.allSatisfy(isPathByte)
    }
  }

  static let version = TextShape(
    noun: "a version such as `1.0.0`",
    pattern: "^(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})$"
  ) { text in
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.allSatisfy(isDigit) && (part == "0" || part.first != "0")
          && part.utf8.count <= 9
      }
  }

  static let date = TextShape(
    noun: "a date such as `2027-01-31`", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
  ) { text in
    let bytes = Array(text.utf8)
    return bytes.count == 10
      && bytes.enumerated().allSatisfy { place, byte in
        place == 4 || place == 7 ? byte == UInt8(ascii: "-") : isDigit(byte)
      }
  }

  /// Words, and not just the dots that stand for them in an example.
  static let reason = TextShape(
    noun: "a text in words", pattern: "^[\\s\\S]*[^ .\u{2026}\\t\\r\\n][\\s\\S]*$"
  ) { text in text.unicodeScalars.contains { !" .\u{2026}\t\r\n".unicodeScalars.contains($0) } }

  /// What tells one change from another.
  static let fingerprint = TextShape(
    noun: "a fingerprint of 12 hexadecimal digits", pattern: "^[0-9a-f]{12}$"
  ) { text in
    text.utf8.count == 12 && text.utf8.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
  }

  static let language = TextShape(
    noun: "a language tag such as `en`", pattern: "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
  ) { text in
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.first.map { (2...3).contains($0.utf8.count) && $0.utf8.allSatisfy(isLower) }
      == true
      && parts.dropFirst().allSatisfy { part in
        (2...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { isLower($0) || isUpper($0) || isDigit($0) }
      }
  }

  static let swiftModule = TextShape(
    noun: "a Swift module name such as `AcmeCatalog`", pattern: "^[A-Za-z][A-Za-z0-9_]*$",
    accepts: isWord)

  static let pythonPackage = TextShape(
    noun: "a Python package name such as `acme_catalog`",
    pattern: "^[a-z][a-z0-9]*(_[a-z0-9]+)*$", accepts: isSnakeCase)

  private static func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLower(first) || isUpper(first) else { return false }
    return text.utf8.allSatisfy {
      isLower($0) || isUpper($0) || isDigit($0) || $0 == UInt8(ascii: "_")
    }
  }

  private static func isSnakeCase(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLower(first) else { return false }
    return text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
      .allSatisfy { part in !part.isEmpty && part.allSatisfy { isLower($0) || isDigit($0) } }
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isLower(byte) || isUpper(byte) || isDigit(byte)
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
