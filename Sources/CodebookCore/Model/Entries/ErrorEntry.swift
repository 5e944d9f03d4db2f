/// An error code with what it says to a user and to an operator.
package struct ErrorEntry: Entry {
  package static let kind = EntryKind.error
  package let info: EntryInfo
  /// `nil` where the ID has not the form of a code, which a rule reports.
  package let code: ErrorCodeID?
  package let userMessage: String
  package let operatorMessage: String
  /// The category that the entry gives, where it differs from its domain's.
  package let ownCategory: String?
  package let parameters: [ParameterEntry]
}

/// The parts of an error code, `PREFIX-DOMAIN-NUMBER`; `nil` where the text has none.
package struct ErrorCodeID: Sendable, Hashable {
  package let prefix: String
  package let domain: String
  /// The digits as they were written, with leading zeros.
  package let number: String

  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3,
      TextShape.upperCase.accepts(String(parts[0])), TextShape.upperCase.accepts(String(parts[1])),
      !parts[2].isEmpty, parts[2].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    prefix = String(parts[0])
    domain = String(parts[1])
    number = String(parts[2])
  }
}

/// A value that takes the place of `{name}` in a message.
package struct ParameterEntry: Sendable {
  package let name: String
  package let nameRange: SourceRange
  /// `string` or `integer`.
  package let type: String
  package let sensitivity: Sensitivity
  /// The kind of fingerprint that records have in the value's place, where it is sensitive.
  package let fingerprint: String?
  package let description: String
  /// What stands in the message where no value is known.
  package let fallback: String
}
