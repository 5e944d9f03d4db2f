internal import CodebookCore
internal import CodebookLogs
internal import CommandLineArguments

/// `codebook logs merge SUMMARY…`: what many runs counted, as one.
enum LogsMergeCommand {
  static let command = Command(
    "merge", "Add up what `logs stats --partial` and `logs check --summary` counted.",
    discussion: """
      A file has a summary on each line. In any order and grouping, the parts of some
      logs give what one run over all of them gives. All summaries must be of the
      catalog that is named.

      Exit status 1: a summary of `logs check` has findings, or --require-coverage
      asks for something that no log showed.
      """,
    examples: [
      "codebook logs merge summaries/*.json",
      "ls logs/*.gz | parallel codebook logs stats --partial | codebook logs merge -",
      "codebook logs merge --require-coverage events,codes summaries/*.json",
    ],
    .arguments("SUMMARY", "The summaries; - is standard input.", completion: .file),
    CommonParameters.catalog, StatsOutput.by, StatsOutput.partial, CoverageOptions.coverage,
    CoverageOptions.required, CommonParameters.failOn, StatsOutput.format, CommonParameters.color,
    CommonParameters.quietNotes
  ) {
    (
      files, catalog, by, partial, coverage, required, failOn, format, color, quiet
    ) throws(UsageError) in
    let output = try StatsOutput(by: by, isPartial: partial, format: format, color: color)
    let kinds = try CoverageOptions.kinds(required)
    return reporting { () throws(Failure) in
      let known = try LogCatalog.read(catalog)
      let (summary, count) = try SummaryFiles(known).merged(files) { place in
        Console(isQuiet: quiet).note(
          "\(place): warning: this very summary was there before, and counts twice")
      }
      let seen = LogCoverage(summary, known)
      let settings = Settings(
        catalog: catalog, format: .text, color: color, failOn: failOn, quiet: quiet)
      settings.console.print(
        output.rendered(summary, known, coverage: coverage || !kinds.isEmpty ? seen : nil))
      settings.console.note("merged \(count) \(count == 1 ? "summary" : "summaries")")
      let missing = Report(seen.diagnostics(requiring: kinds, catalog: catalog))
      if format == .text, !partial {
        settings.console.print(
          missing.rendered(
            as: .text, color: color.isOn, columns: settings.columns, toolVersion: codebookVersion))
      } else if !missing.diagnostics.isEmpty {
        settings.console.note("log-coverage: \(missing.summary)")
      }
      return max(settings.status(of: missing), status(of: summary, settings))
    }
  }

  private static func status(of summary: LogSummary, _ settings: Settings) -> Int32 {
    let isClean = Severity.allCases.allSatisfy {
      $0 < settings.failOn.severity || summary.findings.count($0) == 0
    }
    return isClean ? ExitStatus.clean : ExitStatus.findings
  }
}
