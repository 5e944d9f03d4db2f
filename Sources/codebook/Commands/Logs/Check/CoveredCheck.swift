internal import CodebookCore
internal import CodebookFiles
internal import CodebookLogs

/// What a check's counts tell, beside its findings.
struct CoveredCheck {
  /// What a gate asks for and these logs never showed.
  let missing: [Diagnostic]
  private let request: CoverageRequest
  private let settings: Settings
  private let summary: LogSummary?
  /// `nil` where it is not to be shown.
  private let shown: LogCoverage?

  init(
    _ result: LogCheckResult, _ request: CoverageRequest, _ catalog: LogCatalog,
    _ settings: Settings
  ) {
    self.request = request
    self.settings = settings
    summary = result.summary
    let coverage = result.summary.map { LogCoverage($0, catalog) }
    missing = coverage?.diagnostics(requiring: request.kinds, catalog: settings.catalog) ?? []
    shown = request.isShown ? coverage : nil
  }

  /// Findings, and coverage where the form has room for it.
  func rendered(_ report: Report) -> String {
    let found = report.rendered(
      as: settings.format, color: settings.color.isOn, columns: settings.columns,
      toolVersion: codebookVersion,
      members: shown.map { [("coverage", $0.value)] } ?? [])
    guard let shown else { return found }
    switch settings.format {
    case .text: return [found, text(shown)].filter { !$0.isEmpty }.joined(separator: "\n")
    case .markdown: return found + "\n" + shown.markdown
    case .json, .github, .sarif: return found
    }
  }

  /// Tells at the end of a stream what is known then alone.
  func finishLive() {
    for finding in missing {
      settings.console.print(
        Report.text(of: finding, color: settings.color.isOn, columns: settings.columns))
    }
    if let shown { settings.console.print(text(shown)) }
  }

  /// Writes the file that was asked for.
  func writeSummary() throws(Failure) {
    guard let path = request.summary, let summary else { return }
    try request.checkSummary()
    do throws(FileError) {
      try FileReplacer.replace(path, summary.value.canonical + Array("\n".utf8))
    } catch {
      throw Failure(error.description, fix: error.fix)
    }
  }

  private func text(_ coverage: LogCoverage) -> String {
    coverage.text(Palette(isOn: settings.color.isOn))
  }
}
