internal import CodebookCore
internal import CodebookLogs
internal import CommandLineArguments

/// How counts of logs are printed.
struct StatsOutput: Sendable {
  enum Format: String, CaseIterable, Sendable {
    case text, json, markdown
  }

  enum By: String, CaseIterable, Sendable {
    case auto, minute, hour, day

    /// The unit of a table over time; `nil` for bars alone.
    var unit: TimeUnit? {
      switch self {
      case .auto: nil
      case .minute: .minute
      case .hour: .hour
      case .day: .day
      }
    }
  }

  static let by = Parameter<By>.choice(
    "by", "Add a table with a row for each minute, hour or day.", default: .auto)
  static let partial = Parameter<Bool>.flag(
    "partial", "Print the counts as one line of JSON, for `logs merge`.")
  static let format = Parameter<Format>.choice("format", "How counts are printed.", default: .text)

  let by: By
  let isPartial: Bool
  let format: Format
  let color: ColorChoice

  init(by: By, isPartial: Bool, format: Format, color: ColorChoice) throws(UsageError) {
    guard !isPartial || (format == .text && by == .auto) else {
      throw UsageError("`--partial` goes with neither `--by` nor `--format`")
    }
    self.by = by
    self.isPartial = isPartial
    self.format = format
    self.color = color
  }

  /// - Parameter coverage: What these logs show of the catalog, where that is asked for.
  func rendered(
    _ summary: LogSummary, _ catalog: LogCatalog, coverage: LogCoverage? = nil
  ) -> [UInt8] {
    guard !isPartial else { return summary.value.canonical + Array("\n".utf8) }
    let statistics = LogStatistics(summary, catalog)
    switch format {
    case .text:
      let text = statistics.text(palette, Sparkline(isUnicode: Self.isUnicode), by: by.unit)
      return Array((text + (coverage.map { "\n" + $0.text(palette) } ?? "")).utf8)
    case .markdown:
      let text = statistics.markdown(by: by.unit)
      return Array((text + (coverage.map { "\n" + $0.markdown } ?? "")).utf8)
    case .json:
      return statistics.value(coverage: coverage).indented + Array("\n".utf8)
    }
  }

  private var palette: Palette { Palette(isOn: color.isOn) }

  /// Whether the terminal shows more than ASCII, as the locale says.
  private static var isUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Console.environment).first ?? ""
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
