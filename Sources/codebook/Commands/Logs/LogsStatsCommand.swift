internal import CodebookCore
internal import CodebookLogs
internal import CommandLineArguments
internal import LogInput
internal import LogViewer

/// `codebook logs stats FILE…`: what logs hold.
enum LogsStatsCommand {
  static let command = Command(
    "stats", "Tell what logs hold: levels, error codes and events over time.",
    discussion: """
      Records are counted whether or not they keep to the catalog; how many lines have
      errors is one number. Bars show the time from the first record to the last.

      With --partial the counts are printed as one line of JSON. `codebook logs merge`
      adds up such lines of many files, machines or days, and gives the same as one
      run over all of them.

      Logs may be packed with gzip or zstd. NAME, NAME.1, NAME.2.gz given together
      are one log. TIME is -3h, 18:07, 2026-01-09 or RFC 3339.
      """,
    examples: [
      "codebook logs stats logs/*.jsonl",
      "codebook logs stats --by hour --since -2d engine.jsonl",
      "codebook logs stats --partial engine.jsonl > engine.summary.json",
    ],
    .arguments("FILE", "The logs; - is standard input.", completion: .file),
    CommonParameters.catalog, since, until, StatsOutput.by, StatsOutput.partial, jobs, progress,
    StatsOutput.format, CommonParameters.color, CommonParameters.quietNotes
  ) {
    (
      files, catalog, since, until, by, partial, jobs, progress, format, color, quiet
    ) throws(UsageError) in
    var options = LogCheckOptions(
      jobs: try WholeNumber.read(
        jobs, option: "jobs", atLeast: 1, atMost: LogCheckRequest.mostJobs,
        default: LogCheckRequest.processors),
      time: TimeWindow(
        since: try PointInTime(since, option: "since", .start)?.milliseconds,
        until: try PointInTime(until, option: "until", .end)?.milliseconds))
    options.counts = true
    let request = LogCheckRequest(
      sources: try LogCheckRequest.sources(files), options: options, maximumFindings: 1,
      progress: progress, isQuiet: quiet)
    let output = try StatsOutput(by: by, isPartial: partial, format: format, color: color)
    return reporting { () throws(Failure) in
      run(request, try LogCatalog.read(catalog), output, Console(isQuiet: quiet))
    }
  }

  private static let since = Parameter<String?>.option(
    "since", "TIME", "Leave records before this time out.")
  private static let until = Parameter<String?>.option(
    "until", "TIME", "Leave records behind this time out.")
  private static let jobs = Parameter<String?>.option(
    "jobs", short: "j", "N", "How many threads count (default: one for each processor).")
  private static let progress = Parameter<ProgressChoice>.choice(
    "progress", "Whether long work tells how far it is, on standard error.", default: .auto)

  private static func run(
    _ request: LogCheckRequest, _ catalog: LogCatalog, _ output: StatsOutput, _ console: Console
  ) -> Int32 {
    let signals = InterruptSignals()
    let progress =
      request.progress.isOn && !request.isQuiet ? ProgressLine(total: request.size) : nil
    let observer = LogCheckObserver(
      failed: { failure in
        progress?.clear()
        Console.fail(Failure(failure.description, fix: failure.fix))
      },
      progressed: { progress?.update($0) })
    HeapTuning.keepFreedMemory()
    let result = LogCheck(catalog, request.options).run(
      request.sources, interrupt: signals.interrupt, observer: observer)
    progress?.clear()
    var summary = result.summary ?? LogSummary(CountedNames(catalog))
    // How many lines have errors is told; which errors these are is for `logs check`.
    summary.findings = FindingCounts()
    console.print(output.rendered(summary, catalog))
    if let status = signals.status { return status }
    return result.failures.isEmpty ? ExitStatus.clean : ExitStatus.couldNotRun
  }
}
