/// The records of each unit of time in which there are any, by level.
struct TimeTable {
  let header: [String]
  private(set) var rows: [[String]] = []

  /// `nil` where time is told apart less finely, or there is none.
  init?(_ statistics: LogStatistics, by unit: TimeUnit) {
    let counts = statistics.summary.overTime.coarsened(to: unit)
    guard counts.unit == unit, !counts.cells.isEmpty, let length = unit.milliseconds else {
      return nil
    }
    let levels = statistics.rows(.levels)
    header = ["From", "Records"] + levels.map(\.name)
    var byBucket: [Int64: [Int32: Int]] = [:]
    let slots = statistics.summary.names.slots(.levels)
    for (cell, count) in counts.cells where slots.contains(Int(cell.slot)) {
      byBucket[cell.bucket, default: [:]][cell.slot] = count
    }
    for (bucket, counts) in byBucket.sorted(by: { $0.key < $1.key }) {
      let all = counts.values.reduce(0, +)
      let cells = levels.map { CountText.grouped(counts[Int32($0.slot)] ?? 0) }
      rows.append(
        [LogStatistics.shortTime(bucket * length, unit: length), CountText.grouped(all)] + cells)
    }
  }
}
