internal import CodebookLogs
internal import CommandLineArguments
internal import Suggestions

/// What commands that read logs are told of coverage.
enum CoverageOptions {
  static let coverage = Parameter<Bool>.flag(
    "coverage", "Tell what of the catalog these logs showed, and what never.")
  static let required = Parameter<[String]>.options(
    "require-coverage", "KIND",
    "Find fault where something of this kind was never seen: events, codes, fields, details, rows, "
      + "levels, services, components or scopes; may be repeated.",
    completion: .words(CoverageKind.allCases.map(\.rawValue)))

  static let summary = Parameter<String?>.option(
    "summary", "FILE", "Write what was counted and found into this file, for `logs merge`.",
    completion: .file)

  /// The kinds that words name.
  static func kinds(_ words: [String]) throws(UsageError) -> [CoverageKind] {
    var kinds: [CoverageKind] = []
    for word in words {
      guard let kind = CoverageKind(rawValue: word) else {
        let all = CoverageKind.allCases.map(\.rawValue)
        throw UsageError(
          "`\(word)` is nothing that coverage is told of",
          advice: Suggestion.phrase(for: word, among: all)
            ?? "one of \(all.joined(separator: ", "))"
        )
      }
      kinds.append(kind)
    }
    return kinds
  }
}
