package import LogInput

/// Finds the lines of one source that are shown. It takes the source's blocks in their order.
///
/// A line that is no record is shown where the record before it is: mostly it is a traceback that
/// belongs to it. Where texts and times alone are asked for, it may be shown for its own sake.
package struct EntryFinder {
  /// Whether a line was more than a second earlier than one before it.
  package private(set) var isUnsorted = false

  private var evaluation: FilterEvaluation
  private let needles: [ByteSearch]?
  private let textIsFree: Bool
  private var latest = Int64.min
  private var isShowing: Bool

  /// What a person is told of fields that no record had.
  package var hints: [String] { evaluation.unseen.compactMap(\.hint) }

  package init(_ filter: RecordFilter, timestamp: String) {
    evaluation = FilterEvaluation(filter, timestamp: timestamp)
    needles = filter.needles.map { $0.map(ByteSearch.init) }
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
        if isWorthALook(line, skipped: skipped) { look(line, block.source, skipped, show) }
        start += length + 1
      }
    }
  }

  /// Whether a line may be shown; what holds of nearly all lines is found out at once.
  @inline(__always)
  private func isWorthALook(_ line: UnsafeBufferPointer<UInt8>, skipped: Int) -> Bool {
    guard let needles, !isShowing else { return true }
    return needles.contains { $0.first(in: line) != nil } || Self.escape.first(in: line) != nil
  }

  private static let escape = ByteSearch(Array("\\u".utf8))

  private mutating func look(
    _ line: UnsafeBufferPointer<UInt8>, _ source: Int, _ skipped: Int, _ show: (LogEntry) -> Void
  ) {
    var line = line
    // Line feeds of Windows.
    if line.last == UInt8(ascii: "\r") { line = UnsafeBufferPointer(rebasing: line.dropLast()) }
    let isRecord = skipped == 0 && evaluation.isRecord(line)
    let time = isRecord ? evaluation.time(line) : nil
    if let time { pass(time) }
    guard isRecord ? isShown(line, time) : isShownText(line) else { return }
    show(
      LogEntry(
        source: source, kind: isRecord ? .record : .text, place: latest, time: time,
        bytes: Array(line), skipped: skipped))
  }

  private mutating func pass(_ time: Int64) {
    if latest != .min, time < latest - 1000 { isUnsorted = true }
    latest = max(latest, time)
  }

  private mutating func isShown(_ line: UnsafeBufferPointer<UInt8>, _ time: Int64?) -> Bool {
    isShowing = evaluation.filter.contains(time ?? latest) && evaluation.isShown(line)
    return isShowing
  }

  private func isShownText(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    isShowing || textIsFree && evaluation.filter.contains(latest) && evaluation.hasText(line)
  }
}
