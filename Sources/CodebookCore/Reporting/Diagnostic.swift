/// How much a finding weighs.
///
/// Errors and warnings make a command exit with 1; notes never do.
package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  case note, warning, error

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One finding about a catalog, a change, a template or a log.
///
/// The message says what is wrong in one sentence without a full stop, `notes` show the other
/// places that matter, and `fix` says what to do, as text that can be pasted where that is possible.
package struct Diagnostic: Sendable, Hashable {
  /// A second place, with what it has to do with the finding.
  package struct Note: Sendable, Hashable {
    package var message: String
    package var location: SourceLocation?

    package init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// The identifier of the rule in the registry, such as `duplicate-key`.
  package var rule: String
  package var severity: Severity
  package var message: String
  package var location: SourceLocation
  package var notes: [Note]
  package var fix: String?
  /// What a change breaks; empty where the finding is about no change.
  package var effects: [Effect] = []
  /// What stands for exactly this change in `stability.accepted` and `stability.waivers`; `nil`
  /// where the finding is about no change, or can never be let pass.
  package var fingerprint: String?
  /// The ID of the entry that a change is about.
  package var entry: String?
  /// How often the same was found, where one finding stands for all; the place is the first one's.
  package var count: Int?
  /// What stands at the place, where the source is not at hand any more.
  package var excerpt: Excerpt?

  package init(
    rule: String, severity: Severity = .error, _ message: String, at location: SourceLocation,
    notes: [Note] = [], fix: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
    self.fix = fix
  }
}
