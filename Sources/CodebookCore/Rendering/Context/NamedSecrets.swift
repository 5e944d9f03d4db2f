internal import Redaction

/// What becomes of a declared value whose name is that of a secret.
struct NamedSecrets: Sendable {
  /// `nil` where an engine takes no such rules, which is a finding already.
  private let redactor: Redactor?

  init(_ section: RedactionSection) {
    redactor = (try? section.tables()).map { Redactor($0) }
  }

  /// What a record has in the place of a value of a JSON type; `nil` where it has the value.
  ///
  /// - Parameter text: The value of a text.
  func replacement(of text: String, type: String, named name: String) -> String? {
    guard let redactor, let rule = redactor.keyRule(name) else { return nil }
    switch type {
    case "boolean": return nil
    case "integer", "number": return rule.keepsNumbers ? nil : rule.replacement
    case "string":
      var text = text
      return text.withUTF8 { redactor.replacement(for: $0, by: rule) }
    default: return rule.replacement
    }
  }
}
