@testable import CodebookLogs

/// A record, as the rules see it.
struct StoryRecord: Hashable {
  var service: Int16 = 0
  var session: UInt64
  var correlation: UInt64 = 0
  var span: UInt64 = 0
  var left: UInt64 = 0
  var time: Int64 = 0

  var facts: RecordFacts {
    var facts = RecordFacts()
    facts.isObject = true
    facts.service = service
    facts.session = Self.bits(session)
    facts.correlation = Self.bits(correlation)
    facts.leftSession = Self.bits(left)
    facts.span = span
    facts.time = time
    return facts
  }

  static func bits(_ number: UInt64) -> RecordFacts.Bits128 {
    RecordFacts.Bits128(high: 0, low: number)
  }
}

/// What the rules find, in a form that is easily compared.
struct Told: Hashable, Comparable {
  var rule: String
  var place: StoryPlace
  var other: StoryPlace
  var count: Int
  var last: StoryPlace

  static func < (left: Self, right: Self) -> Bool {
    (left.place, left.rule, left.other, left.count, left.last)
      < (right.place, right.rule, right.other, right.count, right.last)
  }
}

/// The rules once more, as simply as they can be said, with all of the memory that they like.
struct StoryModel {
  private struct Doubt {
    var one: UInt64
    var other: UInt64
    var kind: Int
    var told: Told
  }

  private var sets: [Set<UInt64>] = []
  private var left: Set<UInt64> = []
  private var doubts: [Doubt] = []
  private var found: [Told] = []
  private var correlations: [UInt64: (record: StoryRecord, place: StoryPlace)] = [:]
  private var spans: [UInt64: (record: StoryRecord, place: StoryPlace)] = [:]

  static func tell(_ sources: [[StoryRecord]], streams: Set<Int> = []) -> [Told] {
    var model = Self()
    for (number, records) in sources.enumerated() {
      for (line, record) in records.enumerated() {
        model.take(record, at: StoryPlace(source: number, line: line + 1))
      }
      if !streams.contains(number) { model.takeProcesses(records, source: number) }
    }
    return model.finish()
  }

  private mutating func take(_ record: StoryRecord, at place: StoryPlace) {
    if record.left != 0, record.session != 0 { link(record.left, record.session) }
    if record.correlation != 0, record.session != 0 {
      let former = correlations[record.correlation]
      if former?.record.session != record.session {
        correlations[record.correlation] = (record, place)
      }
      if let former, former.record.session != record.session {
        let isSame = former.record.service == record.service && record.service >= 0
        let rule = isSame ? "log-session-changed" : "log-correlation-session"
        doubt(record.session, former.record.session, isSame ? 1 : 2, rule, place, former.place)
      }
    }
    if record.span != 0, record.correlation != 0 {
      let former = spans[record.span]
      if former?.record.correlation != record.correlation { spans[record.span] = (record, place) }
      if let former, former.record.correlation != record.correlation {
        found.append(
          Told(
            rule: "log-span-correlation", place: place, other: former.place, count: 1, last: place))
      }
    }
  }

  /// Looks at each service's records by themselves.
  private mutating func takeProcesses(_ records: [StoryRecord], source: Int) {
    for service in Set(records.map(\.service)) where service >= 0 {
      var seen: [UInt64: Int64] = [:]
      var began = 0
      var current: StoryRecord?
      for (line, record) in records.enumerated()
      where record.service == service && record.session != 0 {
        if let before = current, before.session != record.session {
          let isLater = record.time >= max(seen[record.session] ?? 0, before.time)
          if seen[record.session] != nil, isLater {
            doubt(
              record.session, before.session, 3, "log-session-changed",
              StoryPlace(source: source, line: line + 1),
              StoryPlace(source: source, line: began + 1))
          }
        }
        if current?.session != record.session { began = line }
        seen[record.session] = record.time
        current = record
      }
    }
  }

  private mutating func link(_ one: UInt64, _ other: UInt64) {
    if one != other { left.insert(one) }
    let joined = sets.filter { $0.contains(one) || $0.contains(other) }
    sets.removeAll { $0.contains(one) || $0.contains(other) }
    sets.append(joined.reduce([one, other]) { $0.union($1) })
  }

  private mutating func doubt(
    _ one: UInt64, _ other: UInt64, _ kind: Int, _ rule: String, _ place: StoryPlace,
    _ otherPlace: StoryPlace
  ) {
    doubts.append(
      Doubt(
        one: min(one, other), other: max(one, other), kind: kind,
        told: Told(rule: rule, place: place, other: otherPlace, count: 1, last: place)))
  }

  private func finish() -> [Told] {
    var groups: [[UInt64]: Told] = [:]
    for doubt in doubts.sorted(by: { $0.told.place < $1.told.place }) {
      if sets.contains(where: { $0.contains(doubt.one) && $0.contains(doubt.other) }) { continue }
      if doubt.kind == 3, left.contains(doubt.one) || left.contains(doubt.other) { continue }
      let key = [doubt.one, doubt.other, UInt64(doubt.kind)]
      groups[key, default: doubt.told].last = doubt.told.place
      if groups[key] != doubt.told { groups[key]?.count += 1 }
    }
    return (found + groups.values).sorted()
  }
}
