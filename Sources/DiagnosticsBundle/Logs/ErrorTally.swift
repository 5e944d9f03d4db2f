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
    let services: Set<String> = if let service, !service.isEmpty { [service] } else { [] }
    entries[code, default: Entry()].add(
      Entry(count: 1, firstAt: time, lastAt: time, services: services))
  }

  mutating func add(_ other: ErrorTally) {
    for (code, entry) in other.entries { entries[code, default: Entry()].add(entry) }
  }
}

extension ErrorTally {
  /// The latest error codes, with what the catalog says of them.
  func recentErrors(_ catalog: CatalogDescription) -> RecentErrors {
    RecentErrors(
      of: entries.compactMap { code, entry in
        guard let firstAt = entry.firstAt, let lastAt = entry.lastAt else { return nil }
        return ErrorSummary(
          errorCode: code, count: entry.count, firstAt: firstAt, lastAt: lastAt,
          services: entry.services.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
          operatorMessage: catalog.errors.first { $0.code == code }?.operatorMessage)
      })
  }
}
