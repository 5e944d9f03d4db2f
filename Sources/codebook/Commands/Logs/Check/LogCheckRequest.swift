internal import CodebookCore
internal import CodebookLogs
internal import CommandLineArguments
internal import LogInput
internal import Suggestions

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What `codebook logs check` was told.
struct LogCheckRequest: Sendable {
  var sources: [LogSource]
  var options: LogCheckOptions
  /// How many groups of findings are shown.
  var maximumFindings: Int
  var progress: ProgressChoice
  var isQuiet: Bool
  /// The rules whose findings are not told, as they were given.
  var skippedRules: [String] = []
  var coverage = CoverageRequest()

  /// Whether somebody waits for each finding: where logs come through a pipe.
  var isLive: Bool { sources.contains(where: \.isStream) }

  /// The names of files in findings, in the order in which they are read.
  var files: [String] { sources.flatMap(\.files).map { $0 == "-" ? "<stdin>" : $0 } }

  /// How many bytes there are to read; `nil` where nobody knows.
  var size: Int? {
    let sizes = sources.map(\.size)
    return sizes.contains(nil) ? nil : sizes.compactMap(\.self).reduce(0, +)
  }

  /// How many processors there are.
  static var processors: Int {
    min(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))), mostJobs)
  }

  /// More threads than this only wait for each other.
  static let mostJobs = 256

  /// The logs that paths name; standard input can be read once.
  static func sources(_ paths: [String]) throws(UsageError) -> [LogSource] {
    guard paths.count(where: { $0 == "-" }) < 2 else {
      throw UsageError("`-` is given twice", advice: "standard input can be read once")
    }
    return LogSource.named(paths)
  }

  /// The rules that IDs name, without those that are skipped; `nil` for all.
  static func rules(_ ids: [String], skipped: [String]) throws(UsageError) -> Set<String>? {
    let known = RuleRegistry.rules.filter { $0.stage == .logs }.map(\.id)
    for id in ids + skipped where !known.contains(id) {
      throw UsageError(
        "there is no rule `\(id)` for logs",
        advice: Suggestion.phrase(for: id, among: known) ?? "`docs/rules.md` lists them")
    }
    if ids.isEmpty, skipped.isEmpty { return nil }
    let rules = Set(ids.isEmpty ? known : ids).subtracting(skipped)
    guard !rules.isEmpty else {
      throw UsageError("no rule is left", advice: "--skip-rule takes away what --rule names")
    }
    return rules
  }
}
