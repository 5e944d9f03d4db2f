extension SummaryReader {
  func fillNames(
    _ summary: inout LogSummary, _ kind: CountedNames.Kind, _ node: SummaryNode
  ) throws(SummaryError) {
    let unlistedPlace = LogSummary.unlistedKinds.firstIndex(of: kind)
    let members =
      unlistedPlace == nil
      ? try node.members("names", "absent", "unknown")
      : try node.members("names", "absent", "unlisted", "unlisted_others")
    for (name, count) in try members["names"]?.members() ?? [] {
      summary.numbers[names.slot(kind, try index(name, kind, count))] = try count.count()
    }
    summary.numbers[names.slot(kind, RecordFacts.Index.none)] =
      try members["absent"]?.count() ?? 0
    var unknown = try members["unknown"]?.count() ?? 0
    if let unlistedPlace, let unlisted = members["unlisted"] {
      let counts = try unlisted.counts(atMost: NameCounts.limit)
      // They are shown as they are.
      guard counts.allSatisfy({ UnlistedNames.isName($0.name.utf8) }) else {
        throw unlisted.problem("has a name that is none")
      }
      let others = try members["unlisted_others"]?.count() ?? 0
      guard let total = SummaryCheck.sum(counts.map(\.count) + [others]) else {
        throw unlisted.problem("counts more than 2^53-1")
      }
      unknown = total
      summary.unlisted[unlistedPlace] = NameCounts(counts: counts, others: others)
    }
    summary.numbers[names.slot(kind, RecordFacts.Index.unknown)] = unknown
  }

  func fillFields(
    _ summary: inout LogSummary, _ node: SummaryNode
  ) throws(SummaryError) {
    for (name, count) in try node.members() {
      guard let field = names.fields.firstIndex(of: name) else {
        throw count.problem("is no field of the catalog")
      }
      summary.numbers[names.slot(field: field)] = try count.count()
    }
  }

  func fillDetails(
    _ summary: inout LogSummary, _ node: SummaryNode
  ) throws(SummaryError) {
    for (name, details) in try node.members() {
      let event = Int(try index(name, .events, details))
      for (name, count) in try details.members() {
        guard let detail = names.details[event].firstIndex(of: name) else {
          throw count.problem("is no detail that the event declares")
        }
        summary.numbers[names.slot(event: event, detail: detail)] = try count.count()
      }
    }
  }

  func fillPairs(
    _ summary: inout LogSummary, _ node: SummaryNode
  ) throws(SummaryError) {
    for (name, scopes) in try node.members() {
      let event = try index(name, .events, scopes)
      for (name, count) in try scopes.members() {
        let pair = LogSummary.Pair(event: event, scope: try index(name, .scopes, count))
        let count = try count.count()
        if count > 0 { summary.pairs[pair] = count }
      }
    }
  }
}
