/// What one block of a log tells of sessions, correlations and spans; made wherever the block is
/// looked at, and taken by a `StoryWindow` in the log's order.
package struct StoryNotes: Sendable {
  private(set) var runs: [StoryNote] = []

  package init() {}

  package var isEmpty: Bool { runs.isEmpty }

  /// Takes a record.
  ///
  /// - Parameter line: The record's line, from 0 in the block.
  @inline(__always)
  package mutating func add(_ facts: RecordFacts, line: Int) {
    if let last = runs.indices.last, runs[last].covers(facts) {
      if facts.time != Int64.min { runs[last].lastTime = facts.time }
      return
    }
    begin(facts, line: line)
  }

  /// Forgets all, and keeps the memory for the next block.
  package mutating func removeAll() { runs.removeAll(keepingCapacity: true) }

  private mutating func begin(_ facts: RecordFacts, line: Int) {
    if facts.session.isZero && facts.correlation.isZero { return }
    runs.append(StoryNote(facts, line: Int32(truncatingIfNeeded: line)))
  }
}
