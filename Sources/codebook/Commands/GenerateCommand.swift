internal import CodebookCore
internal import CodebookFiles
internal import CommandLineArguments

/// `codebook generate`: writes everything that the catalog defines.
enum GenerateCommand {
  static let command = Command(
    "generate", "Write Swift, Python, docs and schemas from the catalog.",
    discussion: """
      Only what changed is written, all of it at once; what is no longer made is
      removed, and files that codebook did not make are never touched.
      """,
    CommonParameters.catalog, CommonParameters.targets, CommonParameters.out,
    CommonParameters.templates, CommonParameters.noPages,
    .flag("flat", "Put one target's files right into the folder, for build tools."),
    .flag("diff", "Show what would change; write nothing."),
    CommonParameters.format, CommonParameters.color, CommonParameters.quiet
  ) { catalog, targets, out, templates, noPages, flat, diff, format, color, quiet in
    let settings = Settings(
      catalog: catalog, format: format, color: color, failOn: .error, quiet: quiet)
    return reporting { () throws(Failure) in
      try run(
        settings,
        OutputPlan.Options(
          targets: targets, out: out, templates: templates, withoutPages: noPages, isFlat: flat),
        diff: diff)
    }
  }

  static func run(
    _ settings: Settings, _ options: OutputPlan.Options, diff: Bool
  ) throws(Failure) -> Int32 {
    let file = try CatalogFile(settings.catalog, isForOutput: true)
    guard let catalog = file.catalog, file.isSound else {
      return settings.report(file.diagnostics, sources: [file.source])
    }
    let ledger = try LedgerFile(of: catalog, at: settings.catalog, mayBeMissing: true)
    // Two branches that released leave a ledger that can be told from, all the same.
    let problems = ledger.diagnostics.filter { $0.rule != "ledger-unjoined" }
    guard problems.isEmpty else {
      return settings.report(problems, sources: [file.source] + (ledger.source.map { [$0] } ?? []))
    }
    let templates = try Templates(from: options.templates)
    switch try OutputPlan.make(
      catalog, canonical: file.canonical?.value(), ledger: ledger.ledger, templates: templates,
      settings: settings, options: options)
    {
    case .failure(let errors):
      return settings.report(errors.diagnostics, sources: templates.sources)
    case .success(let plan):
      return diff ? try show(plan, file, catalog, settings) : try write(plan, settings)
    }
  }

  private static func write(_ plan: OutputPlan, _ settings: Settings) throws(Failure) -> Int32 {
    do {
      let summary = try plan.folder.write(plan.files, targets: plan.targets)
      settings.console.note(
        "\(plan.root): \(summary.written.count) written, \(summary.removed.count) removed, "
          + "\(summary.unchanged) unchanged")
      return ExitStatus.clean
    } catch let errors as TemplateErrors {
      return settings.report(errors.diagnostics, sources: plan.templates.sources)
    } catch {
      throw Failure(error)
    }
  }

  private static func show(
    _ plan: OutputPlan, _ file: CatalogFile, _ catalog: Catalog, _ settings: Settings
  ) throws(Failure) -> Int32 {
    let findings = try DriftCheck(plan: plan, catalog: catalog).findings()
    return settings.report(findings, sources: [file.source] + plan.templates.sources)
  }
}

extension Failure {
  /// What reading or writing threw.
  init(_ error: any Error) {
    if let error = error as? FileError {
      self.init(error.description, fix: error.fix)
    } else {
      self.init("\(error)")
    }
  }
}
