import CodebookLogs
import CodebookRuntime
import Redaction

/// Facts of made-up lines, the same for the same seed.
struct SampleFacts {
  private var generator: SplitMix
  private let description = LogCatalog.sample.description
  private var time: Int64 = 1_767_982_043_412

  init(seed: UInt64) { generator = SplitMix(state: seed) }

  /// A line and what it tells; names that the catalog does not have are `name_0` and on.
  mutating func next(names: Int = 40) -> (facts: RecordFacts, line: String, isFaulty: Bool) {
    var facts = RecordFacts()
    let isFaulty = chance(10)
    guard !chance(20) else { return (facts, "plain", isFaulty) }
    facts.isObject = true
    if !chance(15) {
      // Mostly onwards, at times far away.
      time += Int64.random(in: -50...5000, using: &generator)
      let far = Int64.random(in: -60_000_000_000_000...250_000_000_000_000, using: &generator)
      facts.time = chance(50) ? far : time
    }
    facts.level = index(description.levels.count)
    facts.service = index(description.services.count)
    facts.component = index(description.components.count)
    facts.scope = index(LogCatalog.sample.scopes.count)
    facts.event = index(description.events.count)
    facts.errorCode = index(description.errors.count)
    facts.fields = UInt64.random(in: 0..<(1 << 4), using: &generator) << 3
    if facts.event >= 0 {
      let count = description.events[Int(facts.event)].details.count
      facts.details = UInt64.random(in: 0..<(1 << UInt64(min(count, 63))), using: &generator)
    }
    return (facts, line(facts, names), isFaulty)
  }

  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  mutating func chance(_ one: Int) -> Bool { number(below: one) == 0 }

  private mutating func index(_ count: Int) -> Int16 { Int16(number(below: count + 2)) - 2 }

  private mutating func line(_ facts: RecordFacts, _ names: Int) -> String {
    let unknown = RecordFacts.Index.unknown
    let members = [
      ("component", facts.component), ("event", facts.event), ("error_code", facts.errorCode),
      ("rate_limit_scope", facts.scope),
    ].filter { $0.1 == unknown }.map { "\"\($0.0)\":\"name_\(number(below: names))\"" }
    return "{" + members.joined(separator: ",") + "}"
  }
}

extension CountedNames {
  static let sample = CountedNames(.sample)
}

extension RecordCounter {
  static var sample: RecordCounter {
    let description = LogCatalog.sample.description
    return RecordCounter(.sample, description, Redactor(description.redaction))
  }

  mutating func add(_ facts: RecordFacts, _ line: String = "{}", isFaulty: Bool = false) {
    var line = line
    line.withUTF8 { add(facts, $0, bytes: $0.count + 1, isFaulty: isFaulty) }
  }
}
