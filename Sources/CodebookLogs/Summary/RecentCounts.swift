/// Counts what is seen within one unit of time before it goes to the counts over time: most records
/// come within the unit of the one before.
struct RecentCounts: Sendable {
  /// The times of the unit; empty before the first record.
  private var start = Int64.max
  private var end = Int64.min
  /// By slot.
  private var counts: [Int32]
  /// The slots that are not zero.
  private var touched: [Int32] = []

  init(_ names: CountedNames) { counts = Array(repeating: 0, count: names.count) }

  /// Turns to the unit that a time is in.
  @inline(__always)
  mutating func move(to time: Int64, _ overTime: inout TimeCounts) {
    if time < start || time >= end { turn(to: time, &overTime) }
  }

  @inline(__always)
  mutating func add(_ slot: Int) {
    if counts[slot] == 0 { touched.append(Int32(truncatingIfNeeded: slot)) }
    counts[slot] &+= 1
  }

  /// Gives away what was counted.
  mutating func flush(to overTime: inout TimeCounts) {
    // The unit may grow coarser on the way, and time with it.
    let time = start
    for slot in touched {
      overTime.add(Int(counts[Int(slot)]), slot: slot, bucket: overTime.unit.bucket(time))
      counts[Int(slot)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  @inline(never)
  private mutating func turn(to time: Int64, _ overTime: inout TimeCounts) {
    flush(to: &overTime)
    guard let length = overTime.unit.milliseconds else {
      (start, end) = (.min, .max)
      return
    }
    start = overTime.unit.bucket(time) * length
    end = start + length
  }
}
