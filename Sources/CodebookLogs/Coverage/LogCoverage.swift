internal import CodebookRuntime

/// What of a catalog some logs showed, and what they never did.
package struct LogCoverage: Sendable {
  /// One thing that logs can show.
  package struct Item: Hashable, Sendable {
    package enum State: String, Sendable {
      case seen
      case never
      /// Never seen, and nobody asks for it: it is deprecated, or no log can show it.
      case exempt
    }

    package let name: String
    /// In how many records; of a row, how many of its signs were seen.
    package let count: Int
    package let state: State
    /// What is missing for a row, or why nobody asks for it; `nil` where there is nothing to say.
    package let remark: String?
  }

  private let items: [CoverageKind: [Item]]

  package init(_ summary: LogSummary, _ catalog: LogCatalog) {
    let build = CoverageBuild(summary, catalog)
    items = Dictionary(
      uniqueKeysWithValues: CoverageKind.allCases.map { ($0, build.items($0)) })
  }

  /// In the catalog's order.
  package func items(_ kind: CoverageKind) -> [Item] { items[kind] ?? [] }

  package func items(_ kind: CoverageKind, _ state: Item.State) -> [Item] {
    items(kind).filter { $0.state == state }
  }

  /// How many were seen of those that are asked for.
  package func share(of kind: CoverageKind) -> (seen: Int, all: Int) {
    let seen = items(kind, .seen).count
    return (seen, seen + items(kind, .never).count)
  }
}
