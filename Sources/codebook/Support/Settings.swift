internal import CodebookCore

/// When output is coloured.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, always, never

  /// Whether to colour what goes to standard output; for `auto`, `NO_COLOR` (no-color.org) counts,
  /// and a terminal that says that it has none.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      Console.environment("NO_COLOR") == nil && Console.environment("TERM") != "dumb"
        && Console.isOutputTerminal
    }
  }
}

/// From which severity on findings make a command exit with 1.
enum FailureThreshold: String, CaseIterable, Sendable {
  case warning, error

  var severity: Severity {
    switch self {
    case .warning: .warning
    case .error: .error
    }
  }
}

/// What every command that reports has been told.
struct Settings: Sendable {
  /// Its path, or `-` for standard input.
  let catalog: String
  let format: ReportFormat
  let color: ColorChoice
  let failOn: FailureThreshold
  let console: Console

  init(
    catalog: String, format: ReportFormat, color: ColorChoice, failOn: FailureThreshold,
    quiet: Bool
  ) {
    self.catalog = catalog
    self.format = format
    self.color = color
    self.failOn = failOn
    console = Console(isQuiet: quiet)
  }

  /// How wide the terminal is; `nil` where output goes elsewhere.
  var columns: Int? { Console.isOutputTerminal ? TerminalSize.current.columns : nil }

  /// Prints findings and gives the exit status that they mean.
  func report(
    _ diagnostics: [Diagnostic], sources: [SourceText], remark: String? = nil
  ) -> Int32 {
    let report = Report(diagnostics, sources: sources, remark: remark)
    console.print(
      report.rendered(
        as: format, color: color.isOn, columns: columns, toolVersion: codebookVersion))
    return status(of: report)
  }

  /// The exit status that findings mean.
  func status(of report: Report) -> Int32 {
    let isClean = report.diagnostics.allSatisfy { $0.severity < failOn.severity }
    return isClean ? ExitStatus.clean : ExitStatus.findings
  }
}
