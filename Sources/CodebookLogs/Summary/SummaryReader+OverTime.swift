extension SummaryReader {
  func overTime(_ node: SummaryNode) throws(SummaryError) -> TimeCounts {
    let members = try node.members("unit", "levels", "events", "codes")
    guard let text = try members["unit"]?.text(atMost: 16), let unit = TimeUnit(rawValue: text)
    else {
      throw node.problem("has no `unit` of \(TimeUnit.allCases.map(\.rawValue))")
    }
    var cells: [TimeCounts.Cell: Int] = [:]
    let buckets = unit.buckets
    for kind in LogSummary.kindsOverTime {
      guard let columns = members[kind.member] else { continue }
      let parts = try columns.members(
        "names", optional: [LogSummary.unknownMember, LogSummary.absentMember])
      for (name, column) in try parts["names"]?.members() ?? [] {
        try fill(&cells, names.slot(kind, try index(name, kind, column)), column, buckets)
      }
      if let column = parts[LogSummary.unknownMember] {
        try fill(&cells, names.slot(kind, RecordFacts.Index.unknown), column, buckets)
      }
      if let column = parts[LogSummary.absentMember] {
        try fill(&cells, names.slot(kind, RecordFacts.Index.none), column, buckets)
      }
    }
    return TimeCounts(unit: unit, cells: cells)
  }

  private func fill(
    _ cells: inout [TimeCounts.Cell: Int], _ slot: Int, _ column: SummaryNode,
    _ buckets: ClosedRange<Int64>
  ) throws(SummaryError) {
    // All of time in the finest unit would have more; they would only be added up.
    for cell in try column.items(atMost: TimeCounts.limit) {
      let pair = try cell.items(atMost: 2)
      guard pair.count == 2 else { throw cell.problem("is no unit of time with its count") }
      let bucket = Int64(try pair[0].integer())
      // Times are made of these numbers, and must not overflow.
      guard buckets ~= bucket else { throw pair[0].problem("is a unit of no year that is known") }
      let place = TimeCounts.Cell(bucket: bucket, slot: Int32(slot))
      let count = try pair[1].count()
      guard count > 0 else { throw pair[1].problem("is zero; what was never seen is left out") }
      guard cells.updateValue(count, forKey: place) == nil else {
        throw cell.problem("tells of a unit of time again")
      }
    }
  }
}
