/// Holds catalogs against the rules.
package enum Linter {
  /// Reads a source and holds what it gives against every rule.
  ///
  /// - Returns: The catalog, where the source has the shape of one, and all findings of both.
  package static func lint(_ source: SourceText) -> CatalogLoader.Result {
    let loaded = CatalogLoader.load(source)
    guard let catalog = loaded.catalog else { return loaded }
    return .init(catalog: catalog, diagnostics: loaded.diagnostics + lint(catalog))
  }

  /// For how many findings of a rule a name that may have been meant is looked for.
  private static let suggestionsPerRule = 100

  /// The findings of all rules, those that an entry's `allow` excepts left out.
  package static func lint(_ catalog: Catalog) -> [Diagnostic] {
    let context = RuleContext(catalog)
    var exceptions = ExceptionLedger(catalog)
    var diagnostics: [Diagnostic] = []
    for rule in RuleRegistry.rules {
      var suggestions = Self.suggestionsPerRule
      for finding in rule.check?(context) ?? [] {
        if rule.allowsExceptions, let entry = finding.entry,
          exceptions.excepts(rule.id, at: entry.idRange)
        {
          continue
        }
        var finding = finding
        if let suggestion = finding.suggestion, suggestions > 0 {
          suggestions -= 1
          finding.fix = suggestion() ?? finding.fix
        }
        diagnostics.append(rule.diagnostic(finding, in: catalog))
      }
    }
    let unused = exceptions.unused().map {
      RuleRegistry.unusedException.diagnostic($0, in: catalog)
    }
    return diagnostics + unused
  }
}

extension Rule {
  func diagnostic(_ finding: Finding, in catalog: Catalog) -> Diagnostic {
    Diagnostic(
      rule: id, severity: severity, finding.message, at: catalog.location(finding.range),
      notes: finding.notes.map { .init($0.message, at: catalog.location($0.range)) },
      fix: finding.fix)
  }
}
