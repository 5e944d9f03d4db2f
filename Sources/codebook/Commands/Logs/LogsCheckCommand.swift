internal import CodebookCore
internal import CodebookLogs
internal import CommandLineArguments
internal import LogInput
internal import LogViewer

/// `codebook logs check FILE…`: whether logs keep to the catalog.
enum LogsCheckCommand {
  static let command = Command(
    "check", "Tell whether logs keep to the catalog.",
    discussion: """
      Each line must be a record of the catalog: its form, its fields, its names, what
      its event asks for, nothing that is never written, and sessions, correlations
      and spans that belong together. What is the same is told once, with how often
      it is, the first place and the last.

      Logs may be packed with gzip or zstd. NAME, NAME.1, NAME.2.gz given together
      are one log. TIME is -3h, 18:07, 2026-01-09 or RFC 3339.
      """,
    examples: [
      "codebook logs check logs/*.jsonl",
      "engine | codebook logs check -",
      "codebook logs check --since -3h --format sarif engine.jsonl engine.jsonl.1",
      "codebook logs check --require-coverage events,codes logs/*.jsonl",
    ],
    .arguments("FILE", "The logs; - is standard input.", completion: .file),
    CommonParameters.catalog, since, until, rule, skipRule, maximum, CommonParameters.failOn,
    CoverageOptions.coverage, CoverageOptions.required, CoverageOptions.summary, jobs, window,
    progress, CommonParameters.format, CommonParameters.color, CommonParameters.quiet
  ) {
    (
      files, catalog, since, until, rule, skipRule, maximum, failOn, coverage, required,
      summary, jobs, window, progress, format, color, quiet
    ) throws(UsageError) in
    let coverage = CoverageRequest(
      isShown: coverage,
      kinds: skipRule.contains("log-coverage") ? [] : try CoverageOptions.kinds(required),
      summary: summary)
    var request = LogCheckRequest(
      sources: try LogCheckRequest.sources(files),
      options: LogCheckOptions(
        jobs: try WholeNumber.read(
          jobs, option: "jobs", atLeast: 1, atMost: LogCheckRequest.mostJobs,
          default: LogCheckRequest.processors),
        rules: try LogCheckRequest.rules(rule, skipped: skipRule),
        time: TimeWindow(
          since: try PointInTime(since, option: "since", .start)?.milliseconds,
          until: try PointInTime(until, option: "until", .end)?.milliseconds),
        window: try WholeNumber.read(window, option: "window", atLeast: 2, default: 65_536)),
      maximumFindings: try WholeNumber.read(
        maximum, option: "max-findings", atLeast: 1, default: 100),
      progress: progress, isQuiet: quiet, skippedRules: skipRule, coverage: coverage)
    request.options.counts = coverage.counts
    return reporting { () throws(Failure) in
      let settings = Settings(
        catalog: catalog, format: format, color: color, failOn: failOn, quiet: quiet)
      let run = LogCheckRun(request: request, settings: settings, catalog: try .read(catalog))
      return try run.run()
    }
  }

  private static let since = Parameter<String?>.option(
    "since", "TIME", "Leave records before this time out.")
  private static let until = Parameter<String?>.option(
    "until", "TIME", "Leave records behind this time out.")
  private static let rule = Parameter<[String]>.options(
    "rule", "ID", "Only findings of this rule; may be repeated.")
  private static let skipRule = Parameter<[String]>.options(
    "skip-rule", "ID", "No findings of this rule; may be repeated.")
  private static let maximum = Parameter<String?>.option(
    "max-findings", "N", "How many groups of findings are shown (default: 100).")
  private static let jobs = Parameter<String?>.option(
    "jobs", short: "j", "N", "How many threads check (default: one for each processor).")
  private static let window = Parameter<String?>.option(
    "window", "N", "How many correlations and spans are remembered (default: 65536).")
  private static let progress = Parameter<ProgressChoice>.choice(
    "progress", "Whether long work tells how far it is, on standard error.", default: .auto)
}
