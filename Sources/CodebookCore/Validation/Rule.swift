/// One thing that a catalog is held against, with all that a person needs to know about it.
///
/// Documentation, `codebook explain` and the tests of the rules are made from this value; the
/// examples are run, so that they stay true.
package struct Rule: Sendable {
  /// Where a finding comes from, and so whether there is a `check`.
  package enum Stage: String, Sendable {
    /// Reading the file: YAML and the catalog's structure.
    case reading
    /// Holding the catalog against the rules.
    case linting
    /// Rendering and comparing the output.
    case generating
    /// Holding the catalog against what was published.
    case comparing
    /// Holding logs against the catalog: examples are lines of logs.
    case logs
  }

  package let id: String
  package let severity: Severity
  package let stage: Stage
  /// What it asks for, in one sentence.
  package let summary: String
  /// Why, in a few sentences.
  package let rationale: String
  /// What breaks the rule: a catalog, or those sections of one that matter; of a rule about logs,
  /// lines.
  package let badExample: String
  /// The same, mended.
  package let goodExample: String
  /// Whether an entry may be excepted from it by `allow`, with a reason.
  package let allowsExceptions: Bool
  /// What finds it; `nil` where another stage does.
  let check: (@Sendable (RuleContext) -> [Finding])?
  /// What else there is to a rule about changes; `nil` for other rules.
  package let change: ChangeRule?

  init(
    id: String, severity: Severity = .error, stage: Stage = .linting, summary: String,
    rationale: String, badExample: String, goodExample: String, allowsExceptions: Bool = false,
    change: ChangeRule? = nil, check: (@Sendable (RuleContext) -> [Finding])? = nil
  ) {
    self.id = id
    self.severity = severity
    self.stage = stage
    self.summary = summary
    self.rationale = rationale
    self.badExample = badExample
    self.goodExample = goodExample
    self.allowsExceptions = allowsExceptions
    self.change = change
    self.check = check
  }
}

/// What a rule finds: a diagnostic without what the rule itself says.
struct Finding: Sendable {
  let message: String
  let range: SourceRange
  /// The entry that it is about, whose `allow` may except it.
  var entry: EntryInfo?
  var notes: [(message: String, range: SourceRange)] = []
  /// What to do, where no suggestion is given.
  var fix: String?
  /// Looks for what may have been meant; called for the first findings of a rule only, since a
  /// thousand wrong names among a thousand right ones would be compared a million times.
  var suggestion: (@Sendable () -> String?)?

  init(
    _ message: String, at range: SourceRange, entry: EntryInfo? = nil,
    notes: [(message: String, range: SourceRange)] = [], fix: String? = nil,
    suggestion: (@Sendable () -> String?)? = nil
  ) {
    self.message = message
    self.range = range
    self.entry = entry
    self.notes = notes
    self.fix = fix
    self.suggestion = suggestion
  }
}
