/// Keeps the last records, each with the lines that belong to it.
package struct LastEntries {
  private struct Kept {
    let entry: LogEntry
    /// Whether it counts as a record, and is not a line of the one before it.
    let counts: Bool
  }

  /// Lines of text behind a record that are taken for its own: no traceback is as long, and what a
  /// program prints for days must not be kept.
  static let mostLines = 10_000

  private let most: Int
  private var entries: [Kept?] = []
  /// Those behind the last record; what stands before the first one belongs to none.
  private var lines = mostLines
  private var start = 0
  private var records = 0

  /// - Parameter most: Records that are kept.
  package init(most: Int) {
    self.most = most
  }

  /// Takes a line, and lets go of what is older than the last records.
  package mutating func add(_ entry: LogEntry) {
    // Each line that belongs to no record counts as one.
    let counts = entry.kind == .record || lines == Self.mostLines
    if counts, records == most { dropFirst() }
    guard most > 0 else { return }
    entries.append(Kept(entry: entry, counts: counts))
    if counts { records += 1 }
    lines = entry.kind == .record ? 0 : min(lines + 1, Self.mostLines)
    if start > 4096, start > entries.count / 2 {
      entries.removeFirst(start)
      start = 0
    }
  }

  /// What was kept, in its order.
  package var kept: [LogEntry] { entries[start...].compactMap { $0?.entry } }

  private mutating func dropFirst() {
    guard start < entries.count else { return }
    repeat {
      entries[start] = nil
      start += 1
    } while start < entries.count && entries[start]?.counts == false
    records -= 1
  }
}
