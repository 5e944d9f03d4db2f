/// The time that a summary tells of, in a few columns of equal length.
struct TimeAxis {
  static let mostColumns = 40

  let counts: TimeCounts
  /// The first unit of the first column.
  let start: Int64
  /// How many units a column has.
  let unitsPerColumn: Int64
  let columns: Int

  /// `nil` where time is not told apart.
  init?(_ counts: TimeCounts) {
    let buckets = counts.cells.keys.lazy.map(\.bucket)
    guard counts.unit.milliseconds != nil, let first = buckets.min(), let last = buckets.max()
    else { return nil }
    self.counts = counts
    start = first
    let units = last - first + 1
    unitsPerColumn = (units + Int64(Self.mostColumns) - 1) / Int64(Self.mostColumns)
    columns = Int((units + unitsPerColumn - 1) / unitsPerColumn)
  }

  /// How long a column is, in milliseconds.
  var columnLength: Int64 { unitsPerColumn * (counts.unit.milliseconds ?? 0) }

  /// How often something was seen, by its slot, in each column.
  func row(_ slot: Int) -> [Int] {
    var row = Array(repeating: 0, count: columns)
    for (cell, count) in counts.cells where cell.slot == slot {
      row[Int((cell.bucket - start) / unitsPerColumn)] += count
    }
    return row
  }
}
