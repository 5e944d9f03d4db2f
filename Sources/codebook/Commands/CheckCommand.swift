internal import CodebookCore
internal import CommandLineArguments

/// `codebook check`: what CI runs; writes nothing.
enum CheckCommand {
  static let command = Command(
    "check", "Lint the catalog, hold it against its releases, and see that output is up to date.",
    discussion: "Writes nothing. Exit status: 0 clean, 1 findings, 2 could not run.",
    examples: ["codebook check", "codebook check --ledger-base git:origin/main"],
    CommonParameters.catalog, CommonParameters.targets, CommonParameters.out,
    CommonParameters.templates, CommonParameters.noPages,
    .option(
      "ledger-base", "BASE", "Prove that the ledger holds all that BASE's has: git:REV or a file.",
      completion: .file),
    CommonParameters.today, CommonParameters.format, CommonParameters.color,
    CommonParameters.failOn, CommonParameters.quiet
  ) { catalog, targets, out, templates, noPages, base, today, format, color, failOn, quiet in
    let settings = Settings(
      catalog: catalog, format: format, color: color, failOn: failOn, quiet: quiet)
    return reporting { () throws(Failure) in
      try run(
        settings,
        OutputPlan.Options(
          targets: targets, out: out, templates: templates, withoutPages: noPages),
        ledgerBase: base, today: try Today.date(today))
    }
  }

  private static func run(
    _ settings: Settings, _ options: OutputPlan.Options, ledgerBase: String?, today: CalendarDate
  ) throws(Failure) -> Int32 {
    let file = try CatalogFile(settings.catalog, isForOutput: true)
    let templates = try Templates(from: options.templates)
    var findings = file.diagnostics
    var count = 0
    var sources = [file.source] + templates.sources
    var ledger: Ledger?
    var isBroken = false
    // A code that vanished often leaves references behind: both are told in one run.
    if let catalog = file.wellFormed {
      let stability = try StabilityRun(catalog, at: settings.catalog, today: today)
      ledger = stability.ledger.ledger
      isBroken = stability.ledger.source != nil && ledger == nil
      // What may pass is for `diff` and the changelog to tell.
      findings += stability.diagnostics.filter { $0.severity > .note }
      sources += stability.sources
      if let ledgerBase {
        let earlier = try LedgerBase.read(
          ledgerBase, of: stability.ledger, catalog: settings.catalog)
        findings += earlier.findings
        sources += earlier.sources
      }
    }
    // Without the ledger that it was made with, output would differ in all that tells of releases.
    if let catalog = file.catalog, file.isSound, !isBroken {
      let drift = try drift(catalog, file.canonical?.value(), templates, ledger, settings, options)
      findings += drift.findings
      count = drift.count
    }
    let status = settings.report(findings, sources: sources)
    if findings.isEmpty {
      let files = count == 1 ? "1 file is" : "\(count) files are"
      settings.console.note("\(settings.catalog): no findings; \(files) up to date")
    }
    return status
  }

  private static func drift(
    _ catalog: Catalog, _ canonical: CanonicalCatalog?, _ templates: Templates, _ ledger: Ledger?,
    _ settings: Settings, _ options: OutputPlan.Options
  ) throws(Failure) -> (findings: [Diagnostic], count: Int) {
    switch try OutputPlan.make(
      catalog, canonical: canonical, ledger: ledger, templates: templates, settings: settings,
      options: options)
    {
    case .failure(let errors): return (errors.diagnostics, 0)
    case .success(let plan):
      return (try DriftCheck(plan: plan, catalog: catalog).findings(), plan.files.count)
    }
  }
}
