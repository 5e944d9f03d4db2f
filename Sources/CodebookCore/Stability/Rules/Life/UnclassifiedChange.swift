extension RuleRegistry {
  static let unclassifiedChange = Rule.change(
    "unclassified-change", breaks: [.lifecycle],
    summary: "Every change is one that a rule knows.",
    rationale: """
      What no rule speaks of could break anything. It is a gap in codebook: please report it.
      """,
    published: """
      # a catalog with a key that codebook has no rule for
      """,
    bad: """
      # the key changed
      """,
    good: """
      # the key as it was
      """
  ) { _ in [] }  // Only when all others have spoken can it be told: see `Unclassified`.
}

/// Finds changes that no finding is about.
struct Unclassified {
  private let comparison: Comparison
  /// What findings are about: entries as a whole, and facets of entries.
  private var entries: Set<EntryKey> = []
  private var facets: [EntryKey: Set<String>] = [:]

  init(_ comparison: Comparison, known: [ChangeFinding]) {
    self.comparison = comparison
    for finding in known {
      entries.insert(finding.key)
      facets[finding.key, default: []].formUnion(finding.facets.map(\.facet))
    }
  }

  func findings() -> [ChangeFinding] { comparison.changes.compactMap(finding) }

  private func finding(_ change: EntryChange) -> ChangeFinding? {
    if comparison.isFirstRedaction(change) { return nil }
    let noun = "\(change.key.kind.noun) `\(change.key.id)`"
    guard change.isAltered else {
      // What was gone and still is needs no word: only its names in generated code may differ.
      let isQuiet = entries.contains(change.key) || change.before?.isRetired == true
      return isQuiet
        ? nil
        : ChangeFinding(
          key: change.key, message: "no rule speaks of the \(noun), which came or went",
          location: change.location(in: comparison.current))
    }
    let left = change.facets.filter { facet in
      facets[change.key]?.contains(facet.facet) != true
        && !comparison.isFirstRedaction(facet, of: change)
    }
    guard !left.isEmpty else { return nil }
    let names = left.map { "`\($0.facet)`" }.joined(separator: ", ")
    return comparison.finding(change, left, "no rule speaks of \(names) of the \(noun)")
  }
}
