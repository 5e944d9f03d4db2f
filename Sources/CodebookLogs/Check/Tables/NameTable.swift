/// Finds the place of a name among those that a catalog lists.
struct NameTable: BitwiseCopyable {
  private struct Slot: BitwiseCopyable {
    let name: FixedBytes
    /// Negative where the slot is free.
    let index: Int16
  }

  private let slots: UnsafePointer<Slot>
  private let mask: Int

  /// - Parameter names: Each with its place; all are different, and none has more than
  ///   `Int16.max` before it.
  init(_ names: [(index: Int, name: String)], in memory: FixedMemory) {
    var size = 8
    while size < names.count * 4 { size *= 2 }
    mask = size - 1
    let free = Slot(name: memory.bytes([]), index: -1)
    var slots = [Slot](repeating: free, count: size)
    for (index, name) in names {
      let bytes = memory.bytes(name.utf8)
      var place = Int(truncatingIfNeeded: Self.hash(bytes.start, bytes.count)) & mask
      while slots[place].index >= 0 { place = (place + 1) & mask }
      slots[place] = Slot(name: bytes, index: Int16(index))
    }
    self.slots = memory.table(slots)
  }

  /// The place of a name; `nil` where it is not listed.
  @inline(__always)
  func index(of name: LineText) -> Int16? {
    if name.hasEscapes { return nil }
    var place = Int(truncatingIfNeeded: Self.hash(name.start, name.count)) & mask
    while true {
      let slot = slots[place]
      if slot.index < 0 { return nil }
      if slot.name.count == name.count, slot.name.areEqual(name.start) { return slot.index }
      place = (place &+ 1) & mask
    }
  }

  /// Of its length, its first eight bytes and its last eight.
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let (first, last): (UInt64, UInt64)
    if count >= 8 {
      (first, last) = (LineReader.word(bytes), LineReader.word(bytes + (count &- 8)))
    } else if count >= 4 {
      (first, last) = (LineReader.half(bytes), LineReader.half(bytes + (count &- 4)))
    } else if count > 0 {
      (first, last) = (UInt64(bytes[0]), UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count &- 1]))
    } else {
      (first, last) = (0, 0)
    }
    let mixed =
      (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &* 0xC2B2_AE3D_27D4_EB4F)
      ^ (UInt64(truncatingIfNeeded: count) &* 0x1656_67B1_9E37_79F9)
    return mixed ^ mixed >> 29
  }
}

/// Some of the places of a list; or all.
struct IndexSet: BitwiseCopyable {
  /// 64 places a word; `nil` for all.
  private let words: UnsafePointer<UInt64>?
  private let count: Int

  /// All places.
  init() {
    words = nil
    count = 0
  }

  init(_ indexes: [Int], in memory: FixedMemory) {
    var words = [UInt64](repeating: 0, count: (indexes.max() ?? 0) / 64 + 1)
    for index in indexes { words[index / 64] |= 1 << UInt64(index % 64) }
    self.words = memory.table(words)
    count = words.count
  }

  /// Whether a place is among them; none is negative.
  @inline(__always)
  func contains(_ index: Int16) -> Bool {
    guard let words else { return true }
    guard index >= 0, Int(index) >> 6 < count else { return false }
    return words[Int(index) >> 6] >> UInt64(index & 63) & 1 == 1
  }
}
