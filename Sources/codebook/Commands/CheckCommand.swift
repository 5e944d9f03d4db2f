internal import CodebookCore
internal import CommandLineArguments

/// `codebook check`: what CI runs; writes nothing.
enum CheckCommand {
  static let command = Command(
    "check", "Lint the catalog, and see that the output is up to date.",
    discussion: "Writes nothing. Exit status: 0 clean, 1 findings, 2 could not run.",
    CommonParameters.catalog, CommonParameters.targets, CommonParameters.out,
    CommonParameters.templates, CommonParameters.noPages, CommonParameters.format,
    CommonParameters.color, CommonParameters.failOn, CommonParameters.quiet
  ) { catalog, targets, out, templates, noPages, format, color, failOn, quiet in
    let settings = Settings(
      catalog: catalog, format: format, color: color, failOn: failOn, quiet: quiet)
    return reporting { () throws(Failure) in
      try run(
        settings,
        OutputPlan.Options(
          targets: targets, out: out, templates: templates, withoutPages: noPages))
    }
  }

  private static func run(
    _ settings: Settings, _ options: OutputPlan.Options
  ) throws(Failure) -> Int32 {
    let file = try CatalogFile(settings.catalog)
    let templates = try Templates(from: options.templates)
    var findings = file.diagnostics
    var count = 0
    if let catalog = file.catalog, file.isSound {
      switch try OutputPlan.make(
        catalog, templates: templates, settings: settings, options: options)
      {
      case .failure(let errors): findings += errors.diagnostics
      case .success(let plan):
        findings += try DriftCheck(plan: plan, catalog: catalog).findings()
        count = plan.files.count
      }
    }
    let status = settings.report(findings, sources: [file.source] + templates.sources)
    if findings.isEmpty {
      let files = count == 1 ? "1 file is" : "\(count) files are"
      settings.console.note("\(settings.catalog): no findings; \(files) up to date")
    }
    return status
  }
}
