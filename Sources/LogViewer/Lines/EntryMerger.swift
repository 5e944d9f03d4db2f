/// Brings the lines of several sources into the order of time.
///
/// The order within a source stays as it is. It holds what was found in one block of each source.
package struct EntryMerger {
  /// What is found in a source's next block; `nil` at its end.
  package typealias Supply = () -> [LogEntry]?

  private struct Queue {
    let supply: Supply
    var entries: ArraySlice<LogEntry> = []
    var isAtEnd = false

    /// Whether there is an entry, after asking for more where there is none.
    mutating func fill() -> Bool {
      while entries.isEmpty, !isAtEnd {
        guard let more = supply() else {
          isAtEnd = true
          break
        }
        entries = more[...]
      }
      return !entries.isEmpty
    }
  }

  private var queues: [Queue]

  package init(_ supplies: [Supply]) {
    queues = supplies.map { Queue(supply: $0) }
  }

  /// The next line; of lines of the same time the one of the first source.
  package mutating func next() -> LogEntry? {
    var first: Int?
    for index in queues.indices where queues[index].fill() {
      guard let best = first, let place = queues[best].entries.first?.place else {
        first = index
        continue
      }
      if let own = queues[index].entries.first?.place, own < place { first = index }
    }
    return first.flatMap { queues[$0].entries.popFirst() }
  }
}
