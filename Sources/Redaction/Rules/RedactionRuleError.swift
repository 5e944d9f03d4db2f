/// Why a rule cannot be made part of tables.
public struct RedactionRuleError: Error, Sendable, CustomStringConvertible {
  /// The rule's ID.
  public let rule: String
  /// What is wrong, for a person.
  public let message: String
  /// The key of the rule that is wrong, such as `pattern`.
  public let key: String

  /// One line for a person.
  public var description: String { "rule `\(rule)`, `\(key)`: \(message)" }
}
