/// What a rule about changes has beside what every rule has.
package struct ChangeRule: Sendable {
  /// What a change that it finds breaks.
  package let effects: [Effect]
  /// Which number of the version such a change must raise, once it may pass.
  package let bump: Bump
  /// Whether nothing can let it pass.
  package let isFinal: Bool
  /// What was published, for the examples: those sections of a catalog that matter.
  package let published: String
  let check: @Sendable (Comparison) -> [ChangeFinding]
}

/// What a rule finds about a change.
struct ChangeFinding: Sendable {
  /// The entry that it is about.
  let key: EntryKey
  var message: String
  /// Where the catalog should be mended.
  let location: SourceLocation
  /// The facets that it is about; no other rule need say anything about them.
  var facets: [FacetChange] = []
  /// Where it was, and what else has to do with it.
  var notes: [Diagnostic.Note] = []
  var fix: String?
  /// What makes the finding another one although facets are the same, such as the new ID.
  var mark = ""
  /// Where it differs from the rule's.
  var severity: Severity?
  /// Where it raises another number of the version than the rule's.
  var bump: Bump?
}

extension Rule {
  /// A rule about changes of what was published.
  ///
  /// - Parameters:
  ///   - published: The example's sections as they were.
  ///   - bad: The same, changed so that the rule finds it.
  ///   - good: The same, changed as it should be.
  static func change(
    _ id: String, severity: Severity = .error, breaks effects: [Effect], bump: Bump = .major,
    isFinal: Bool = false, summary: String, rationale: String, published: String, bad: String,
    good: String, check: @escaping @Sendable (Comparison) -> [ChangeFinding]
  ) -> Rule {
    Rule(
      id: id, severity: severity, stage: .comparing, summary: summary, rationale: rationale,
      badExample: bad, goodExample: good,
      change: ChangeRule(
        effects: effects, bump: bump, isFinal: isFinal, published: published, check: check))
  }
}
