internal import CodebookCore
internal import CommandLineArguments
internal import Suggestions

/// `codebook explain ID`: everything known of an entry or a rule.
enum ExplainCommand {
  static let command = Command(
    "explain", "Tell everything known of a code, event, field, scope, scenario or rule.",
    discussion: """
      Without an ID: every rule, with what it asks for. With the beginning of some,
      such as log-: those that begin so.
      """,
    .optionalArgument("ID", "Such as PT-HTTP-429, reconnect_scheduled, RR-03 or duplicate-key."),
    CommonParameters.catalog, CommonParameters.quietNotes
  ) { id, catalog, quiet in
    reporting { () throws(Failure) in
      let console = Console(isQuiet: quiet)
      guard let id else {
        console.print(Explanation.allRules)
        return ExitStatus.clean
      }
      if let rule = Explanation.rule(id) {
        console.print(rule.text)
        return ExitStatus.clean
      }
      if let family = Explanation.rules(beginningWith: id) {
        console.print(family)
        return ExitStatus.clean
      }
      let file = try CatalogFile(catalog)
      let ledger = try file.catalog.map { (known) throws(Failure) in
        try LedgerFile(of: known, at: catalog, mayBeMissing: true).ledger
      }
      let found = file.catalog.map { Explanation.entries(id, in: $0, ledger: ledger ?? nil) } ?? []
      guard !found.isEmpty else {
        throw Failure(
          "\(catalog) has no `\(id)`, and there is no such rule",
          fix: suggestion(for: id, in: file.catalog))
      }
      console.print(found.map(\.text).joined(separator: "\n"))
      return ExitStatus.clean
    }
  }

  /// A near ID; where none is, which numbers there are.
  private static func suggestion(for id: String, in catalog: Catalog?) -> String? {
    if let near = Suggestion.phrase(for: id, among: Explanation.knownIDs(in: catalog)) {
      return near
    }
    if let family = Explanation.family(of: id) {
      return "`codebook explain \(family)` lists the rules that begin so"
    }
    let series = Explanation.series(of: id, in: catalog)
    guard let first = series.first, let last = series.last else { return nil }
    return first == last ? "there is `\(first)`" : "there are `\(first)` to `\(last)`"
  }
}
