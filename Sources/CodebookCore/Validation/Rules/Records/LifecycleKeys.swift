extension RuleRegistry {
  static let lifecycleKeys = Rule(
    id: "lifecycle-keys",
    summary: "What tells of an entry's end stands at an entry that is deprecated or retired.",
    rationale: """
      A sunset of an entry that is stable, or the release that retired one that is only \
      deprecated, leaves open what was meant; and a day that is no day of the calendar never comes.
      """,
    badExample: """
      domains:
        DB: {category: Storage, sunset: "2027-06-30"}
      """,
    goodExample: """
      domains:
        DB: {category: Storage, stability: deprecated, sunset: "2027-06-30"}
      """
  ) { context in
    context.catalog.allEntries.flatMap { info -> [Finding] in
      let isRetired = info.stability == .retired
      let isOutdated = isRetired || info.stability == .deprecated
      let misplaced = [
        ("replaced_by", isOutdated), ("deprecated_since", isOutdated), ("sunset", isOutdated),
        ("reason", isOutdated), ("retired_since", isRetired),
      ].compactMap { key, isRight -> Finding? in
        guard !isRight, let pair = info.node.pair(key) else { return nil }
        return Finding(
          "`\(key)` has no meaning where the stability is \(info.stability.rawValue)",
          at: pair.key.range, entry: info,
          fix:
            "remove it, or write `stability: \(key == "retired_since" ? "retired" : "deprecated")`")
      }
      guard let sunset = info.sunset, TextShape.date.accepts(sunset), CalendarDate(sunset) == nil
      else { return misplaced }
      return misplaced + [
        Finding(
          "there is no day \(sunset)", at: info.node.value("sunset")?.range ?? info.idRange,
          entry: info, fix: "write a day of the calendar")
      ]
    }
  }
}
