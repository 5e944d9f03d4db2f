internal import CodebookCore
internal import CodebookFiles
internal import CodebookLogs
internal import CodebookRuntime
internal import CommandLineArguments
internal import LogViewer

/// `codebook logs view FILE…`: logs for people.
enum LogsViewCommand {
  static let command = Command(
    "view", "Show logs to a person.",
    discussion: """
      One record a line, several logs in the order of time. Lines that are no records
      are shown as they are, with the record before them. What stands in a log cannot
      control the terminal, and what the redaction rules find is not shown.

      Options that may be repeated are alternatives, except --where: all conditions
      must hold. Names may have * in them. TIME is -3h, 18:07, 18:07:23.412Z, today,
      yesterday, 2026-01-09 or RFC 3339.
      """,
    examples: [
      "codebook logs view engine.log.jsonl desktop.log.jsonl",
      "codebook logs view --level WARN --since -3h engine.log.jsonl",
      "codebook logs view --correlation 4e18bf6a *.log.jsonl",
      "codebook logs view --where 'attempt >= 3' --follow engine.log.jsonl",
    ],
    .arguments("FILE", "Logs, also .gz and .zst; - is standard input.", completion: .file),
    catalog, level, event, component, service, code, correlation, session, since, until,
    condition, text, time, show, hide, longLines, gap, noCollapse, noExplain, limit, tail, follow,
    raw, noPager, CommonParameters.color, quiet
  ) {
    files, catalog, level, event, component, service, code, correlation, session, since, until,
    condition, text, time, show, hide, longLines, gap, noCollapse, noExplain, limit, tail, follow,
    raw, noPager, color, quiet throws(UsageError) in
    let filters = ViewFilters(
      level: level, events: event, components: component, services: service, codes: code,
      correlations: correlation, sessions: session, since: since, until: until,
      conditions: condition, texts: text)
    let isTerminal = Console.isOutputTerminal
    var request = ViewRequest(files: files)
    request.limit = try count(limit, "limit")
    request.tail = try count(tail, "tail")
    request.follows = follow
    if follow {
      guard files == ["-"] || !files.contains("-") else {
        throw UsageError("`--follow` takes files; standard input alone is shown as it comes")
      }
      // As `tail` has it: whoever follows a log knows what was before.
      if request.tail == nil, since == nil, limit == nil { request.tail = 10 }
    }
    request.isRaw = raw
    request.isSafe = isTerminal
    request.usesPager = isTerminal && !follow && !noPager
    request.isQuiet = quiet
    request.options.hasColor = color.isOn
    request.options.zone = time
    request.options.fields = FieldChoice(hidden: hide, shown: show)
    request.options.longLines = longLines.layout(isTerminal: isTerminal)
    request.options.columns = TerminalSize.current.columns
    request.options.gap = try gapSpan(gap)
    request.options.collapses = !noCollapse
    request.options.explains = !noExplain
    return try run(request, filters, catalog)
  }

  private static func run(
    _ request: ViewRequest, _ filters: ViewFilters, _ catalog: String?
  ) throws(UsageError) -> Int32 {
    var request = request
    do throws(Failure) {
      request.catalog = try logCatalog(catalog)
      if let catalog = request.catalog {
        request.rules = catalog.description.redaction
      } else {
        request.rules = try CatalogAtHand.shippedRules()
      }
    } catch {
      Console.fail(error)
      return ExitStatus.couldNotRun
    }
    let vocabulary = RecordVocabulary(request.catalog)
    request.filter = try filters.filter(vocabulary, zone: request.options.zone)
    request.hints = filters.hints(request.catalog)
    return ViewRun(request).run()
  }

  /// The catalog that is named, else `catalog.yaml` if there is one, else none.
  private static func logCatalog(_ path: String?) throws(Failure) -> LogCatalog? {
    guard path != nil || FileReader.isThere("catalog.yaml") else { return nil }
    return try LogCatalog.read(path ?? "catalog.yaml")
  }

  private static func count(_ text: String?, _ option: String) throws(UsageError) -> Int? {
    guard text != nil else { return nil }
    return try WholeNumber.read(text, option: option, atLeast: 0, default: 0)
  }

  private static func gapSpan(_ text: String) throws(UsageError) -> Int64? {
    if text == "never" { return nil }
    guard let gap = TimePhrase.span(text), gap > 0 else {
      throw UsageError("`--gap \(text)` is no span of time; write `30s`, `5m`, `1h30m` or `never`")
    }
    return gap
  }
}
