/// Counts which fields and details records have.
///
/// Most records have the members that a record of their event had before: what is alike is counted
/// as one, and its members are looked at when it makes room for another.
struct MemberCounts: Sendable {
  private struct Shape: Sendable {
    var fields: UInt64 = 0
    var details: UInt64 = 0
    var event = RecordFacts.Index.none
    var scope = RecordFacts.Index.none
    var count = 0
  }

  private static let room = 256

  private var shapes = Array(repeating: Shape(), count: room)

  @inline(__always)
  mutating func add(_ facts: RecordFacts, _ summary: inout LogSummary) {
    let place = Self.place(facts)
    if shapes[place].fields == facts.fields, shapes[place].details == facts.details,
      shapes[place].event == facts.event, shapes[place].scope == facts.scope
    {
      shapes[place].count &+= 1
    } else {
      replace(place, by: facts, &summary)
    }
  }

  /// Counts what was held back.
  mutating func flush(to summary: inout LogSummary) {
    for place in shapes.indices {
      Self.count(shapes[place], &summary)
      shapes[place].count = 0
    }
  }

  @inline(__always)
  private static func place(_ facts: RecordFacts) -> Int {
    var hash = facts.fields &* 0x9E37_79B9_7F4A_7C15
    hash ^= facts.details &* 0xC2B2_AE3D_27D4_EB4F
    hash ^= UInt64(UInt16(bitPattern: facts.event)) &* 0x1656_67B1_9E37_79F9
    hash ^= UInt64(UInt16(bitPattern: facts.scope)) &* 0x85EB_CA77_C2B2_AE63
    return Int(hash >> 56)
  }

  @inline(never)
  private mutating func replace(
    _ place: Int, by facts: RecordFacts, _ summary: inout LogSummary
  ) {
    Self.count(shapes[place], &summary)
    shapes[place] = Shape(
      fields: facts.fields, details: facts.details, event: facts.event, scope: facts.scope,
      count: 1)
  }

  private static func count(_ shape: Shape, _ summary: inout LogSummary) {
    guard shape.count > 0 else { return }
    let names = summary.names
    for field in Bits(shape.fields) where field < names.fields.count {
      summary.numbers[names.slot(field: field)] += shape.count
    }
    guard shape.event >= 0 else { return }
    let event = Int(shape.event)
    for detail in Bits(shape.details) where detail < names.details[event].count {
      summary.numbers[names.slot(event: event, detail: detail)] += shape.count
    }
    if shape.scope >= 0 {
      let pair = LogSummary.Pair(event: shape.event, scope: shape.scope)
      summary.pairs[pair, default: 0] += shape.count
    }
  }
}

/// The places of the bits that are set, the lowest first.
private struct Bits: Sequence, IteratorProtocol {
  private var rest: UInt64

  init(_ bits: UInt64) { rest = bits }

  mutating func next() -> Int? {
    guard rest != 0 else { return nil }
    defer { rest &= rest &- 1 }
    return rest.trailingZeroBitCount
  }
}
