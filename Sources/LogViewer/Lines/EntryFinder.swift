internal import CodebookRuntime
package import LogInput

/// Finds the lines of one source that are shown. It takes the source's blocks in their order.
///
/// A line that is no record is shown where the record before it is: mostly it is a traceback that
/// belongs to it. Where texts and times alone are asked for, it may be shown for its own sake.
package struct EntryFinder {
  /// Whether a line was more than a second earlier than one before it.
  package private(set) var isUnsorted = false

  private var evaluation: FilterEvaluation
  private let quickLook: QuickLook
  /// How lines begin that tell their time first.
  private let opening: [UInt8]
  private let textIsFree: Bool
  private var latest = Int64.min
  private var isShowing: Bool

  /// The conditions of which no record had the field, where a person is told of that.
  package var unseen: [FieldCondition] { evaluation.unseen.conditions }

  /// - Parameter timestamps: The names of the field that tells the time, the likeliest first.
  package init(_ filter: RecordFilter, timestamps: [String]) {
    evaluation = FilterEvaluation(filter, timestamps: timestamps)
    quickLook = QuickLook(filter)
    opening = Array("{\"\(timestamps.first ?? "")\":\"".utf8)
    textIsFree = filter.conditions.isEmpty
    // What stands before the first record belongs to none.
    isShowing = filter.isEmpty
  }

  /// Gives the lines of a block that are shown.
  package mutating func find(in block: LineBlock, _ show: (LogEntry) -> Void) {
    block.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      while start < bytes.count {
        let rest = UnsafeBufferPointer(start: base + start, count: bytes.count - start)
        let length = ByteSearch.first(UInt8(ascii: "\n"), in: rest) ?? rest.count
        let line = UnsafeBufferPointer(start: base + start, count: length)
        let skipped = start == 0 ? block.skipped : 0
        if isWorthALook(line) { look(line, block.source, skipped, show) }
        start += length + 1
      }
    }
  }

  /// Whether a line may be shown; what holds of nearly all lines is found out at once.
  @inline(__always)
  private mutating func isWorthALook(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if isShowing { return true }
    if let time = outsideTime(line) {
      pass(time)
      return false
    }
    if quickLook.mayShow(line) { return true }
    return !evaluation.unseen.isEmpty && evaluation.unseen.mayBe(in: line)
  }

  /// The time of a line that tells it first, where it is none that is asked for.
  @inline(__always)
  private func outsideTime(_ line: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard evaluation.filter.hasTimes, line.count > opening.count + TimestampText.length,
      line.starts(with: opening)
    else { return nil }
    let text = line[opening.count..<(opening.count + TimestampText.length)]
    guard let time = Timestamp(UnsafeBufferPointer(rebasing: text)),
      !evaluation.filter.contains(time.milliseconds)
    else { return nil }
    return time.milliseconds
  }

  private mutating func look(
    _ line: UnsafeBufferPointer<UInt8>, _ source: Int, _ skipped: Int, _ show: (LogEntry) -> Void
  ) {
    var line = line
    // Line feeds of Windows.
    if line.last == UInt8(ascii: "\r") { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
    var entry = LogEntry(source: source, kind: .text, place: latest, bytes: [], skipped: skipped)
    var isShown = false
    if skipped == 0, evaluation.isRecord(line) {
      isShown = takeRecord(line, &entry)
    } else if skipped == 0, let repaired = evaluation.repaired(line) {
      isShown = repaired.withUnsafeBufferPointer { takeRecord($0, &entry) }
    } else {
      isShown = isShownText(line)
    }
    guard isShown else { return }
    entry.bytes = Array(line)
    show(entry)
  }

  /// Takes a record that was scanned, and tells whether it is shown.
  private mutating func takeRecord(
    _ line: UnsafeBufferPointer<UInt8>, _ entry: inout LogEntry
  ) -> Bool {
    let time = evaluation.time(line)
    if let time { pass(time) }
    (entry.kind, entry.time, entry.place) = (.record, time, latest)
    isShowing = evaluation.filter.contains(time ?? latest) && evaluation.isShown(line)
    return isShowing
  }

  private mutating func pass(_ time: Int64) {
    if latest != .min, time < latest - 1000 { isUnsorted = true }
    latest = max(latest, time)
  }

  private func isShownText(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    isShowing || textIsFree && evaluation.filter.contains(latest) && evaluation.hasText(line)
  }
}
