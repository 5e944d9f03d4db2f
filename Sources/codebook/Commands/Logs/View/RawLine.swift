internal import CodebookRuntime
internal import LogViewer

/// A line as it stands in the log.
enum RawLine {
  /// Its bytes with a line feed.
  ///
  /// - Parameter isSafe: Whether a terminal shows it, so that nothing may be in it that one obeys.
  static func bytes(_ entry: LogEntry, isSafe: Bool) -> [UInt8] {
    guard isSafe else { return entry.bytes + [UInt8(ascii: "\n")] }
    return Array((VisibleColumns.safe(String(decoding: entry.bytes, as: UTF8.self)) + "\n").utf8)
  }
}
