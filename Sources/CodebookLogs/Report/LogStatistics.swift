internal import CodebookRuntime

/// What a summary tells people of some logs.
package struct LogStatistics: Sendable {
  /// A name, and how many records have it.
  struct Row {
    let name: String
    let count: Int
    let slot: Int
  }

  /// When the most records came, and the longest time without any; to the unit of the counts.
  struct Pace {
    let unit: Int64
    let most: Int
    let mostAt: Int64
    /// At least so long.
    let gap: Int64
    let gapFrom: Int64
  }

  package let summary: LogSummary
  let catalog: LogCatalog

  package init(_ summary: LogSummary, _ catalog: LogCatalog) {
    self.summary = summary
    self.catalog = catalog
  }

  /// The names that were seen, the most frequent first; levels as the catalog has them, the most
  /// severe first.
  func rows(_ kind: CountedNames.Kind) -> [Row] {
    let rows = summary.names.names(kind).enumerated().map { index, name in
      let index = Int16(clamping: index)
      return Row(
        name: name, count: summary.count(kind, index), slot: summary.names.slot(kind, index))
    }.filter { $0.count > 0 }
    if kind == .levels { return rows.reversed() }
    return rows.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
  }

  /// Milliseconds from the first record to the last.
  var span: Int64? { summary.times.map { $0.upperBound - $0.lowerBound } }

  /// `nil` where time is not told apart.
  var pace: Pace? {
    guard let unit = summary.overTime.unit.milliseconds else { return nil }
    let levels = summary.names.slots(.levels)
    var totals: [Int64: Int] = [:]
    for (cell, count) in summary.overTime.cells where levels.contains(Int(cell.slot)) {
      totals[cell.bucket, default: 0] += count
    }
    let buckets = totals.keys.sorted()
    guard let busiest = buckets.max(by: { totals[$0] ?? 0 < totals[$1] ?? 0 }) else { return nil }
    let gaps = zip(buckets, buckets.dropFirst()).map { (length: $1 - $0 - 1, from: $0 + 1) }
    let gap = gaps.max { $0.length < $1.length } ?? (length: 0, from: 0)
    return Pace(
      unit: unit, most: totals[busiest] ?? 0, mostAt: busiest * unit, gap: gap.length * unit,
      gapFrom: gap.from * unit)
  }

  /// How severe a level is, for its colour.
  func severity(ofLevel name: String) -> Int {
    catalog.description.levels.first { $0.name == name }?.severity ?? 0
  }

  static func time(_ milliseconds: Int64) -> String {
    Timestamp(milliseconds: milliseconds).description
  }

  /// A time that is a whole number of units: `2026-01-09 18:07:20`.
  static func shortTime(_ milliseconds: Int64, unit: Int64) -> String {
    let text = time(milliseconds).replacing("T", with: " ")
    return String(text.prefix(unit >= 86_400_000 ? 10 : unit >= 60_000 ? 16 : 19))
  }
}
