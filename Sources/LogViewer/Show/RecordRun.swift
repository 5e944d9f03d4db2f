internal import CodebookLogs
internal import CodebookRuntime

/// Records, one behind the other, that say the same.
///
/// Whoever reads a log at night must be able to rely on it: what differs is never hidden. So all of
/// them are equal but for their times, for integers that count them, and for amounts that grow with
/// these, of which the first and the last value are shown.
struct RecordRun {
  let first: ShownRecord
  private(set) var last: ShownRecord
  private(set) var count = 1
  private var counters: [String: Int64] = [:]
  private var amounts: [String: Bool] = [:]

  init(_ record: ShownRecord) {
    first = record
    last = record
  }

  /// Takes a record that says the same; `false` for another.
  ///
  /// - Parameter gap: Milliseconds without a record of which a person is told; `nil` for none.
  mutating func take(_ record: ShownRecord, gap: Int64?) -> Bool {
    guard follows(record.time, gap: gap), let step = RecordStep(from: last, to: record),
      takeStep(step)
    else { return false }
    last = record
    count += 1
    return true
  }

  private func follows(_ time: Int64?, gap: Int64?) -> Bool {
    guard let before = last.time, let time else { return last.time == nil && time == nil }
    return time >= before && gap.map { time - before < $0 } ?? true
  }

  private mutating func takeStep(_ step: RecordStep) -> Bool {
    guard count == 1 || step.counters == counters,
      step.amounts.allSatisfy({ amounts[$0.key] ?? $0.value == $0.value })
    else { return false }
    counters = step.counters
    amounts.merge(step.amounts) { before, _ in before }
    return true
  }

  /// `(×1,204 in 3.2 s)`; empty for one record alone.
  var note: String {
    guard count > 1 else { return "" }
    guard let start = first.time, let end = last.time else {
      return "(×\(CountText.grouped(count)))"
    }
    return "(×\(CountText.grouped(count)) in \(CountText.duration(max(0, end - start))))"
  }
}
