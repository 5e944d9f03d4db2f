package import CodebookRuntime
package import Redaction

/// Counts what lines tell; one counter serves one thread.
package struct RecordCounter: Sendable {
  private var counted: LogSummary
  private var members = MemberCounts()
  private var recent: RecentCounts
  private var unlisted: UnlistedNames

  package init(_ names: CountedNames, _ description: CatalogDescription, _ redactor: Redactor) {
    counted = LogSummary(names)
    recent = RecentCounts(names)
    unlisted = UnlistedNames(description, redactor)
  }

  /// Counts one line.
  ///
  /// - Parameters:
  ///   - line: Without its line feed; looked at only where a name is unknown.
  ///   - bytes: How long it is with its line feed.
  ///   - isFaulty: Whether there is an error in it.
  package mutating func add(
    _ facts: RecordFacts, _ line: UnsafeBufferPointer<UInt8>, bytes: Int, isFaulty: Bool
  ) {
    counted.lines &+= 1
    counted.bytes &+= bytes
    if isFaulty { counted.faultyLines &+= 1 }
    guard facts.isObject else { return }
    counted.records &+= 1
    let unknown = RecordFacts.Index.unknown
    guard
      facts.event == unknown || facts.component == unknown || facts.scope == unknown
        || facts.errorCode == unknown
    else { return count(facts) }
    let known = unlisted.withRuntimes(facts, line, counted.names)
    count(known)
    unlisted.add(known, line)
  }

  /// What was counted.
  package func summary() -> LogSummary {
    var (summary, members, recent) = (counted, members, recent)
    members.flush(to: &summary)
    recent.flush(to: &summary.overTime)
    summary.unlisted = unlisted.counts.map { $0.shortest() }
    return summary
  }

  @inline(__always)
  private mutating func count(_ facts: RecordFacts) {
    members.add(facts, &counted)
    let names = counted.names
    let level = names.slot(.levels, facts.level)
    let event = names.slot(.events, facts.event)
    let code = names.slot(.codes, facts.errorCode)
    counted.numbers[level] &+= 1
    counted.numbers[names.slot(.services, facts.service)] &+= 1
    counted.numbers[names.slot(.components, facts.component)] &+= 1
    counted.numbers[names.slot(.scopes, facts.scope)] &+= 1
    counted.numbers[event] &+= 1
    counted.numbers[code] &+= 1
    guard facts.time != .min else {
      counted.timeless &+= 1
      return
    }
    extend(to: facts.time)
    recent.move(to: facts.time, &counted.overTime)
    recent.add(level)
    if facts.event != RecordFacts.Index.none { recent.add(event) }
    if facts.errorCode != RecordFacts.Index.none { recent.add(code) }
  }

  @inline(__always)
  private mutating func extend(to time: Int64) {
    guard let times = counted.times else {
      counted.times = time...time
      return
    }
    if time < times.lowerBound { counted.times = time...times.upperBound }
    if time > times.upperBound { counted.times = times.lowerBound...time }
  }
}
