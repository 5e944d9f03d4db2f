internal import CommandLineArguments

/// `codebook lint`: holds the catalog against the rules.
enum LintCommand {
  static let command = Command(
    "lint", "Hold the catalog against the rules.",
    discussion: "Rules are explained by `codebook explain RULE`.",
    CommonParameters.catalog, CommonParameters.format, CommonParameters.color,
    CommonParameters.failOn, CommonParameters.quiet
  ) { catalog, format, color, failOn, quiet in
    let settings = Settings(
      catalog: catalog, format: format, color: color, failOn: failOn, quiet: quiet)
    return reporting { () throws(Failure) in
      let file = try CatalogFile(catalog)
      let status = settings.report(file.diagnostics, sources: [file.source])
      if file.diagnostics.isEmpty { settings.console.note("\(catalog): no findings") }
      return status
    }
  }
}
