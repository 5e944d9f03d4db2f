/// Members that stand beside one another in all records of an event alike: from the level to the
/// message, say.
struct ConstantStretch: BitwiseCopyable {
  /// The members as JSON, each with the comma, or the brace, before it.
  let bytes: FixedBytes
  /// The field that comes next.
  let next: Int
  /// What it tells.
  let fields: UInt64
  let level: Int16
  let service: Int16
  let component: Int16
  let event: Int16

  @inline(__always)
  func tell(_ facts: inout RecordFacts) {
    facts.fields |= fields
    facts.level = level
    facts.service = service
    facts.component = component
    facts.event = event
  }
}

/// Finds the stretch that stands at a place, if it is one that the catalog knows.
///
/// A few words of eight bytes, where the stretches differ most, say which it can be; all of its bytes
/// say whether it is.
struct StretchTable {
  /// The field with which all stretches begin; negative where there are none.
  let first: Int
  private let stretches: UnsafePointer<ConstantStretch>
  /// Places of stretches; negative where a slot is free.
  private let slots: UnsafePointer<Int32>
  private let mask: Int
  /// The length of the shortest.
  private let minimum: Int
  /// Where the words stand.
  private let offsets: (Int, Int, Int)

  init(_ stretches: [ConstantStretch], first: Int, in memory: FixedMemory) {
    let minimum = stretches.map(\.bytes.count).min() ?? 0
    let offsets = Self.offsets(stretches.map(\.bytes), minimum: minimum)
    var size = 8
    while size < stretches.count * 4 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    if minimum >= 8 {
      for (index, stretch) in stretches.enumerated() {
        var place = Self.hash(stretch.bytes.start, offsets) & (size - 1)
        while slots[place] >= 0 { place = (place + 1) & (size - 1) }
        slots[place] = Int32(index)
      }
    }
    self.first = minimum >= 8 ? first : -1
    self.stretches = memory.table(stretches)
    self.slots = memory.table(slots)
    mask = size - 1
    self.minimum = minimum
    self.offsets = offsets
  }

  /// Reads the stretch that comes next.
  @inline(__always)
  func take(from line: inout LineReader) -> UnsafePointer<ConstantStretch>? {
    guard line.left >= minimum else { return nil }
    var place = Self.hash(line.at, offsets) & mask
    while true {
      let index = slots[place]
      if index < 0 { return nil }
      let stretch = stretches + Int(index)
      if line.take(stretch.pointee.bytes) { return stretch }
      place = (place &+ 1) & mask
    }
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafePointer<UInt8>, _ offsets: (Int, Int, Int)) -> Int {
    let mixed =
      (LineReader.word(bytes + offsets.0) &* 0x9E37_79B9_7F4A_7C15)
      ^ (LineReader.word(bytes + offsets.1) &* 0xC2B2_AE3D_27D4_EB4F)
      ^ (LineReader.word(bytes + offsets.2) &* 0x1656_67B1_9E37_79F9)
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  /// Up to three places of words that together tell the most stretches from one another.
  private static func offsets(_ stretches: [FixedBytes], minimum: Int) -> (Int, Int, Int) {
    guard minimum >= 8 else { return (0, 0, 0) }
    var keys = [UInt64](repeating: 0, count: stretches.count)
    var chosen: [Int] = []
    for _ in 0..<3 {
      var best = (offset: 0, kinds: 0, keys: keys)
      for offset in 0...(minimum - 8) {
        let mixed = zip(keys, stretches).map { key, stretch in
          (key ^ LineReader.word(stretch.start + offset)) &* 0x9E37_79B9_7F4A_7C15
        }
        let kinds = Set(mixed).count
        if kinds > best.kinds { best = (offset, kinds, mixed) }
      }
      chosen.append(best.offset)
      keys = best.keys
    }
    return (chosen[0], chosen[1], chosen[2])
  }
}
