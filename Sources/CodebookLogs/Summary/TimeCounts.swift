/// How often something was seen in each unit of time.
///
/// The unit is the finest with which there are no more than `limit` counts. So it depends on what
/// was seen alone, never on the order in which it was added or merged.
package struct TimeCounts: Hashable, Sendable {
  /// A unit of time, and what was seen in it.
  package struct Cell: Hashable, Sendable {
    package let bucket: Int64
    /// Where in `CountedNames` its count of all times stands.
    package let slot: Int32

    package init(bucket: Int64, slot: Int32) {
      self.bucket = bucket
      self.slot = slot
    }
  }

  /// Enough for a day by the minute with eleven names in each.
  package static let limit = 16_384

  package private(set) var unit = TimeUnit.second
  package private(set) var cells: [Cell: Int] = [:]
  private let limit: Int

  package init(limit: Int = Self.limit) { self.limit = limit }

  init(unit: TimeUnit, cells: [Cell: Int]) {
    self.init()
    self.unit = unit
    self.cells = cells
    coarsenIfNeeded()
  }

  /// - Parameter bucket: In `unit`.
  package mutating func add(_ count: Int, slot: Int32, bucket: Int64) {
    cells[Cell(bucket: bucket, slot: slot), default: 0] += count
    coarsenIfNeeded()
  }

  package mutating func merge(_ other: TimeCounts) {
    coarsen(to: max(unit, other.unit))
    for (cell, count) in other.cells { cells[other.moved(cell, to: unit), default: 0] += count }
    coarsenIfNeeded()
  }

  /// The same counts, told apart less finely.
  package func coarsened(to unit: TimeUnit) -> TimeCounts {
    var counts = self
    counts.coarsen(to: max(unit, self.unit))
    return counts
  }

  private mutating func coarsenIfNeeded() {
    while cells.count > limit, let coarser = unit.coarser { coarsen(to: coarser) }
  }

  private mutating func coarsen(to coarser: TimeUnit) {
    guard coarser > unit else { return }
    var coarse: [Cell: Int] = [:]
    for (cell, count) in cells { coarse[moved(cell, to: coarser), default: 0] += count }
    cells = coarse
    unit = coarser
  }

  private func moved(_ cell: Cell, to coarser: TimeUnit) -> Cell {
    Cell(bucket: coarser.bucket(cell.bucket * (unit.milliseconds ?? 0)), slot: cell.slot)
  }
}
