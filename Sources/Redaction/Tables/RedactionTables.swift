/// What a redactor works with: rules made into flat tables, which never change.
///
/// The generator builds them and writes their words down; a process takes the words as they are.
public struct RedactionTables: Sendable, Hashable {
  /// The packed form: what generated code has as a literal.
  public let words: [UInt64]

  /// Takes the packed form as it is; `words` are those of another value, made by this version.
  public init(words: [UInt64]) {
    self.words = words.first == TableLayout.version ? words : Self.none.words
  }

  /// Builds tables.
  ///
  /// - Parameter safeKeys: Names of keys that hold no secret, whatever they end with.
  /// - Throws: The first rule that cannot be made part of them.
  public init(
    rules: [RedactionRule], safeKeys: [String], limits: RedactionLimits
  ) throws(RedactionRuleError) {
    var builder = TableBuilder(limits: limits)
    for rule in rules { try builder.add(rule) }
    builder.add(safeKeys: safeKeys)
    words = builder.packed()
  }

  private init(empty: RedactionLimits) {
    var builder = TableBuilder(limits: empty)
    words = builder.packed()
  }

  /// No rules: nothing is redacted.
  public static let none = RedactionTables(empty: RedactionLimits())
}
