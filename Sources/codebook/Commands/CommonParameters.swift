internal import CodebookCore
internal import CommandLineArguments

/// Parameters that several commands share.
enum CommonParameters {
  static let catalog = Parameter<String>.option(
    "catalog", short: "c", "FILE", "The catalog; - is standard input.", default: "catalog.yaml",
    completion: .file)
  static let format = Parameter<ReportFormat>.choice(
    "format", "How findings are printed.", default: .text)
  static let color = Parameter<ColorChoice>.choice(
    "color", "Whether text is coloured; NO_COLOR counts for auto.", default: .auto)
  static let failOn = Parameter<FailureThreshold>.choice(
    "fail-on", "From which severity on the exit status is 1.", default: .warning)
  static let today = Parameter<String?>.option(
    "today", "DATE", "The day that counts for waivers and sunsets (default: today).")
  static let quiet = Parameter<Bool>.flag("quiet", short: "q", "Print findings only.")
  /// Of commands that have no findings.
  static let quietNotes = Parameter<Bool>.flag(
    "quiet", short: "q", "Leave notes on standard error out, but for errors.")

  private static let builtInTargets = [
    "catalog", "conformance", "docs", "pages", "python", "schema", "swift", "tools",
  ]
  static let targets = Parameter<[String]>.options(
    "target", "NAME",
    "Only this target: \(builtInTargets.joined(separator: ", ")), or one of --templates; may be "
      + "repeated.",
    completion: .words(builtInTargets))
  static let out = Parameter<String?>.option(
    "out", short: "o", "DIR", "Where output goes (default: Generated, beside the catalog).",
    completion: .directory)
  static let templates = Parameter<String?>.option(
    "templates", "DIR", "Templates that replace a target's, or add targets.",
    completion: .directory)
  static let noPages = Parameter<Bool>.flag(
    "no-pages", "Leave pages of single entries as they are.")
}

/// Runs a command's body; what it throws is told, and the exit status is 2.
func reporting(_ body: () throws(Failure) -> Int32) -> Int32 {
  do throws(Failure) {
    return try body()
  } catch {
    Console.fail(error)
    return ExitStatus.couldNotRun
  }
}
