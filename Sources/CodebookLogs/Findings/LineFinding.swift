package import CodebookCore

/// Something that is wrong with one line.
package struct LineFinding: Hashable, Sendable {
  /// The rule's ID in the registry, such as `log-missing-field`.
  package let rule: String
  package let severity: Severity
  /// What is wrong, in one sentence without a full stop. It never quotes what a rule of redaction
  /// found, and is the same for all findings of one group.
  package let message: String
  /// The bytes of the line at which it is.
  package let range: Range<Int>
  /// What to do, where that can be said.
  package let fix: String?
  /// The redaction rule that knows what stands there, where that is what is wrong.
  package var redaction: String?

  package init(
    rule: String, severity: Severity, _ message: String, at range: Range<Int>, fix: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.fix = fix
  }
}
