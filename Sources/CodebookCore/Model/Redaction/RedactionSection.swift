/// What must never be written, and how it is removed.
package struct RedactionSection: Sendable {
  package let logClasses: [Statement]
  package let bundleClasses: [Statement]
  package let policy: [Statement]
  /// What Codebook ships; `StandardRules.none` where the catalog wants none of it.
  package let standard: StandardRules
  /// Shipped rules that do not apply, each with the reason.
  package let disabledRules: [Statement]
  /// The rules that the catalog itself has, tombstones included.
  package let ownRules: [RedactionRuleEntry]
  /// The keys that the catalog itself calls safe.
  package let ownSafeKeys: [String]
  package let limits: RedactionSection.Limits
  /// All that is in force: shipped rules in their order, each replaced by the catalog's of the same
  /// ID, without those that are disabled or retired; then the catalog's others.
  package let rules: [RedactionRuleEntry]
  /// The tables of an engine, once somebody has asked for them.
  let madeTables = RedactionTablesOnce()

  /// Names of keys whose values are looked at like any other, whatever they end with.
  package var safeKeys: [String] {
    standard.safeKeys + ownSafeKeys.filter { !standard.safeKeys.contains($0) }
  }

  /// What the canonical form tells of: what is in force, and tombstones.
  package var published: [RedactionRuleEntry] { rules + ownRules.filter(\.isRetired) }

  init(
    logClasses: [Statement], bundleClasses: [Statement], policy: [Statement],
    standard: StandardRules, disabledRules: [Statement], ownRules: [RedactionRuleEntry],
    ownSafeKeys: [String], limits: RedactionSection.Limits
  ) {
    self.logClasses = logClasses
    self.bundleClasses = bundleClasses
    self.policy = policy
    self.standard = standard
    self.disabledRules = disabledRules
    self.ownRules = ownRules
    self.ownSafeKeys = ownSafeKeys
    self.limits = limits
    rules = Self.resolved(standard.rules, ownRules, disabled: Set(disabledRules.map(\.id)))
  }

  /// A section that has nothing of its own.
  package init(standard: StandardRules) {
    self.init(
      logClasses: [], bundleClasses: [], policy: [], standard: standard, disabledRules: [],
      ownRules: [], ownSafeKeys: [], limits: standard.limits)
  }

  private static func resolved(
    _ standard: [RedactionRuleEntry], _ own: [RedactionRuleEntry], disabled: Set<String>
  ) -> [RedactionRuleEntry] {
    guard !own.isEmpty || !disabled.isEmpty else { return standard }
    let replacements = Dictionary(
      own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let shipped = Set(standard.map(\.id))
    let rules =
      standard.compactMap { rule in
        replacements[rule.id] ?? (disabled.contains(rule.id) ? nil : rule)
      } + own.filter { !shipped.contains($0.id) }
    return rules.filter { !$0.isRetired }
  }
}

extension RedactionSection {
  /// How far values are followed; what lies beyond is left out, and not passed through.
  package struct Limits: Sendable, Hashable {
    /// How deep containers nest.
    package var depth = 32
    /// How often a text is decoded: JSON in strings, percent, base64.
    package var decodings = 4
    /// How many bytes one text may have.
    package var textBytes = 8 << 20

    package init() {}
  }
}
