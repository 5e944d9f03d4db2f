internal import CommandLineArguments
internal import LogViewer

extension LogsViewCommand {
  /// What becomes of lines that are too long for the terminal.
  enum LongLineChoice: String, CaseIterable, Sendable {
    case auto, wrap, cut, keep

    func layout(isTerminal: Bool) -> LongLines {
      switch self {
      case .auto: isTerminal ? .wrap : .keep
      case .wrap: .wrap
      case .cut: .cut
      case .keep: .keep
      }
    }
  }

  static let catalog = Parameter<String?>.option(
    "catalog", short: "c", "FILE",
    "Whose fields and codes these are (default: catalog.yaml if there is one).",
    completion: .file)

  // MARK: Which records

  static let level = Parameter<String?>.option(
    "level", "LEVEL", "Only records of this level and above.",
    completion: .words(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]))
  static let event = Parameter<[String]>.options("event", "NAME", "Only this event.")
  static let component = Parameter<[String]>.options("component", "NAME", "Only this component.")
  static let service = Parameter<[String]>.options("service", "NAME", "Only this service.")
  static let code = Parameter<[String]>.options("code", "CODE", "Only this error code.")
  static let correlation = Parameter<[String]>.options(
    "correlation", "ID", "Only this correlation ID, or those that begin so.")
  static let session = Parameter<[String]>.options(
    "session", "ID", "Only this session ID, or those that begin so.")
  static let since = Parameter<String?>.option("since", "TIME", "Only from this time on.")
  static let until = Parameter<String?>.option("until", "TIME", "Only up to this time.")
  static let condition = Parameter<[String]>.texts(
    "where", "'FIELD OP VALUE'",
    "Only where this holds of a field or detail: = != < <= > >=, or ~ for contains.")
  static let text = Parameter<[String]>.texts(
    "grep", "TEXT", "Only records with this text; small letters stand for capitals, too.")
  static let limit = Parameter<String?>.option("limit", "N", "Only the first N records.")
  static let tail = Parameter<String?>.option(
    "tail", "N", "Only the last N records (default with --follow: 10).")

  // MARK: How they are shown

  static let time = Parameter<ZonedClock.Zone>.choice(
    "time", "Whose clock is shown, and counts in --since and --until.", default: .utc)
  static let show = Parameter<[String]>.options(
    "show", "FIELD", "Of fields and details behind the message only this one.")
  static let hide = Parameter<[String]>.options("hide", "FIELD", "Leave out this field or detail.")
  static let longLines = Parameter<LongLineChoice>.choice(
    "long-lines", "What becomes of them; auto wraps on a terminal.", default: .auto)
  static let gap = Parameter<String>.option(
    "gap", "SPAN", "Mark times of this length without a record; or never.", default: "1m")
  static let noCollapse = Parameter<Bool>.flag(
    "no-collapse", "Show each of several records that say the same.")
  static let noExplain = Parameter<Bool>.flag(
    "no-explain", "Do not say what error codes mean.")
  static let follow = Parameter<Bool>.flag(
    "follow", short: "f", "Go on with what is written while it is shown.")
  static let raw = Parameter<Bool>.flag("raw", "Print the lines as they are in the logs.")
  static let noPager = Parameter<Bool>.flag("no-pager", "Do not start a pager.")
  static let quiet = Parameter<Bool>.flag("quiet", short: "q", "Print no notes.")
}
