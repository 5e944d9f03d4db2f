/// Keeps the last records, each with the lines that belong to it.
package struct LastEntries {
  private let most: Int
  private var entries: [LogEntry?] = []
  private var start = 0
  private var records = 0

  /// - Parameter most: Records that are kept.
  package init(most: Int) {
    self.most = most
  }

  /// Takes a line, and lets go of what is older than the last records.
  package mutating func add(_ entry: LogEntry) {
    // Text that belongs to no record counts as one.
    let counts = entry.kind == .record || records == 0
    if counts, records == most { dropFirst() }
    guard most > 0 else { return }
    entries.append(entry)
    if counts { records += 1 }
    if start > 4096, start > entries.count / 2 {
      entries.removeFirst(start)
      start = 0
    }
  }

  /// What was kept, in its order.
  package var kept: [LogEntry] { entries[start...].compactMap(\.self) }

  private mutating func dropFirst() {
    guard start < entries.count else { return }
    repeat {
      entries[start] = nil
      start += 1
    } while start < entries.count && entries[start]?.kind == .text
    records -= 1
  }
}
