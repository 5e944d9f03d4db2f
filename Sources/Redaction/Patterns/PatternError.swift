/// Why a text is no pattern of the dialect, or one that an engine could not take in one pass.
package struct PatternError: Error, Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// It is outside the dialect.
    case dialect
    /// An engine would have to come back and try again.
    case backtracks
  }

  package let reason: Reason
  /// For a person.
  package let message: String
  /// What to do about it; `nil` where the message says it.
  package let fix: String?
  /// Where, as offsets in the UTF-8 of the text.
  package let range: Range<Int>

  init(
    _ message: String, at range: Range<Int>, reason: Reason = .dialect, fix: String? = nil
  ) {
    self.reason = reason
    self.message = message
    self.fix = fix
    self.range = range
  }
}
