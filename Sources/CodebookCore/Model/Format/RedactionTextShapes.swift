/// The forms of texts in redaction rules.
extension TextShape {
  /// The longest label that a find may leave.
  private static let longestRuleID = 40

  static let redactionRuleID = TextShape(
    noun: "a rule's ID such as `github-token`, with at most \(longestRuleID) characters",
    pattern: "^(?=.{1,\(longestRuleID)}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$"
  ) { ruleID.accepts($0) && $0.utf8.count <= longestRuleID }

  /// What stands in a text as it is.
  static let literal = TextShape(
    noun: "a text of printable ASCII", pattern: "^[ -~]+$"
  ) { !$0.isEmpty && $0.utf8.allSatisfy(isPrintable) }

  static let smallLiteral = TextShape(
    noun: "a text of printable ASCII in small letters", pattern: "^[ -@\\[-~]+$"
  ) { text in
    !text.isEmpty && text.utf8.allSatisfy { isPrintable($0) && !(0x41...0x5A).contains($0) }
  }

  /// A key's name, behind `=` where it must be a whole word.
  static let keyName = TextShape(
    noun: "a `snake_case` name, or one behind `=`", pattern: "^=?[a-z0-9]+(_[a-z0-9]+)*$"
  ) { text in
    (text.hasPrefix("=") ? text.dropFirst() : text[...]).utf8
      .split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
      .allSatisfy { word in
        !word.isEmpty
          && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      }
  }

  static let pemLabel = TextShape(
    noun: "a label such as `PRIVATE KEY`", pattern: "^[A-Z0-9]+( [A-Z0-9]+)*$"
  ) { text in
    text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .allSatisfy { word in
        !word.isEmpty
          && word.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
      }
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }
}
