internal import CodebookCore
internal import CodebookLogs
internal import LogInput
internal import Synchronization

/// One run of `codebook logs check`.
struct LogCheckRun {
  let request: LogCheckRequest
  let settings: Settings
  let catalog: LogCatalog

  func run() throws(Failure) -> Int32 {
    try request.coverage.checkSummary()
    HeapTuning.keepFreedMemory()
    let signals = InterruptSignals()
    let live = request.isLive && settings.format == .text ? LiveFindings(request, settings) : nil
    let progress =
      request.progress.isOn && !request.isQuiet ? ProgressLine(total: request.size) : nil
    let observer = LogCheckObserver(
      found: { group in
        guard let live else { return }
        progress?.clear()
        live.show(group)
      },
      failed: { failure in
        progress?.clear()
        Console.fail(Failure(failure.description, fix: failure.fix))
      },
      progressed: { progress?.update($0) })
    let result = LogCheck(catalog, request.options).run(
      request.sources, interrupt: signals.interrupt, observer: observer)
    progress?.clear()
    let covered = CoveredCheck(result, request.coverage, catalog, settings)
    let shown = ShownFindings(result.groups, maximum: request.maximumFindings)
    if let live {
      live.finish(result.groups)
      covered.finishLive()
    } else {
      report(shown, covered, result)
    }
    tell(shown, covered, result)
    try covered.writeSummary()
    return status(covered, result, signals)
  }

  private func report(
    _ shown: ShownFindings, _ covered: CoveredCheck, _ result: LogCheckResult
  ) {
    let report = Report(
      shown.groups.map { $0.diagnostic(request.files) } + covered.missing,
      remark: remark(shown, result), omitted: shown.omitted(of: result.counts))
    settings.console.print(covered.rendered(report))
  }

  private func status(
    _ covered: CoveredCheck, _ result: LogCheckResult, _ signals: InterruptSignals
  ) -> Int32 {
    if let status = signals.status { return status }
    if !result.failures.isEmpty { return ExitStatus.couldNotRun }
    let isClean =
      covered.missing.isEmpty
      && result.counts.allSatisfy { $0.key < settings.failOn.severity }
    return isClean ? ExitStatus.clean : ExitStatus.findings
  }

  private func tell(
    _ shown: ShownFindings, _ covered: CoveredCheck, _ result: LogCheckResult
  ) {
    // Text has it among its findings, but for those that are printed when they are met.
    if settings.format != .text || request.isLive, let remark = remark(shown, result) {
      settings.console.note(remark)
    }
    settings.console.note(summary(result, missing: covered.missing.count))
  }

  /// What is not shown.
  private func remark(_ shown: ShownFindings, _ result: LogCheckResult) -> String? {
    var parts: [String] = []
    if shown.hidden > 0 { parts.append(CountText.of(shown.hidden, "more group") + " of findings") }
    if result.ungrouped > 0 {
      parts.append(
        CountText.of(result.ungrouped, "more finding") + " in groups that had no room")
    }
    guard !parts.isEmpty else { return nil }
    return "not shown: \(parts.joined(separator: ", ")); --max-findings N shows more groups"
  }

  /// Such as `checked 200,000 records, 65,012,345 bytes in 1 file: 2 errors in 1 group`.
  ///
  /// - Parameter missing: How many findings of coverage there are, which are errors.
  private func summary(_ result: LogCheckResult, missing: Int) -> String {
    let contents =
      "\(CountText.of(result.records, "record")), \(CountText.of(result.bytes, "byte")) in "
      + CountText.of(request.files.count, "file")
    let start = result.isInterrupted ? "interrupted: checked" : "checked"
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = (result.counts[severity] ?? 0) + (severity == .error ? missing : 0)
      guard count > 0 else { return nil }
      return CountText.of(count, severity.rawValue)
    }
    let isUnread = !result.failures.isEmpty
    if isUnread, counts.isEmpty, result.lines == 0 { return "nothing could be read" }
    let found =
      counts.isEmpty
      ? "no findings"
      : "\(counts.joined(separator: ", ")) in "
        + CountText.of(result.groups.count + missing, "group")
    let unread = isUnread ? ", beside what could not be read" : ""
    return "\(start) \(contents): \(found)" + unread + skipped
  }

  /// What was not looked for, such as `; skipped log-window`.
  private var skipped: String {
    guard !request.skippedRules.isEmpty else { return "" }
    let rules = Set(request.skippedRules).sorted()
    return "; skipped " + rules.joined(separator: ", ")
  }
}

/// The groups of findings that are shown: the most severe, and of these the first.
struct ShownFindings {
  let groups: [FindingGroup]
  /// How many are not shown.
  let hidden: Int

  init(_ all: [FindingGroup], maximum: Int) {
    var groups: [FindingGroup] = []
    for severity in Severity.allCases.reversed() {
      groups += all.filter { $0.severity == severity }.prefix(maximum - groups.count)
    }
    self.groups = groups
    hidden = all.count - groups.count
  }

  /// How many findings are in none of the groups that are shown.
  ///
  /// - Parameter all: How many there are of each severity.
  func omitted(of all: [Severity: Int]) -> [Severity: Int] {
    groups.reduce(into: all) { $0[$1.severity, default: 0] -= $1.count }
  }
}
