internal import CodebookLogs
internal import CodebookRuntime

/// Records, one behind the other, that say the same.
struct RecordRun {
  let first: ShownRecord
  private(set) var last: ShownRecord
  private(set) var count = 1

  init(_ record: ShownRecord) {
    first = record
    last = record
  }

  /// Takes a record that says the same; `false` for another.
  mutating func take(_ record: ShownRecord) -> Bool {
    guard record.sameness == first.sameness else { return false }
    last = record
    count += 1
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
