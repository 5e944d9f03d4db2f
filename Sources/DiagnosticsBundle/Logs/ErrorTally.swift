internal import CodebookRuntime

/// How often each error code stands in records, and when.
struct ErrorTally: Sendable {
  struct Entry: Sendable {
    var count = 0
    var firstAt: Timestamp?
    var lastAt: Timestamp?
    var services: Set<String> = []

    mutating func add(_ other: Entry) {
      count += other.count
      firstAt = [firstAt, other.firstAt].compactMap(\.self).min()
      lastAt = [lastAt, other.lastAt].compactMap(\.self).max()
      services.formUnion(other.services)
    }
  }

  private(set) var entries: [String: Entry] = [:]

  mutating func add(_ code: String, at time: Timestamp?, service: String?) {
    guard !code.isEmpty else { return }
    entries[code, default: Entry()].add(
      Entry(count: 1, firstAt: time, lastAt: time, services: Set([service].compactMap(\.self))))
  }

  mutating func add(_ other: ErrorTally) {
    for (code, entry) in other.entries { entries[code, default: Entry()].add(entry) }
  }
}
