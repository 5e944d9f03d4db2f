/// Finds the field whose name stands at a place of a line.
///
/// Where members come in any order, no processor foretells which is next, and each branch that
/// depends on it costs as much as a dozen comparisons. So names are compared in one stride, whatever
/// their length, and their end is not looked for: the quotation mark behind a name is a part of what
/// is compared.
struct MemberTable {
  /// A name with its quotation mark, filled with zeros, and which of the bytes count.
  private struct Slot: BitwiseCopyable {
    var bytes: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
    /// 0 where the slot is free.
    var length = 0
    var field = 0
  }

  /// A longer name is not in the table.
  private static let width = 24

  private let slots: UnsafePointer<Slot>
  private let mask: Int
  /// As many bytes as the shortest name has with its quotation mark, eight at most.
  private let prefix: UInt64
  private let multiplier: UInt64

  /// - Parameter names: Each with the number of its field; those that stand in JSON in another form
  ///   must not be among them.
  init(_ names: [(field: Int, name: String)], in memory: FixedMemory) {
    let names = names.filter { $0.name.utf8.count < Self.width }
    let shortest = names.map { $0.name.utf8.count + 1 }.min() ?? 1
    let prefix = Self.mask(min(8, shortest))
    var size = 8
    while size < names.count * 4 { size *= 2 }
    let mask = size - 1
    let taken = names.map { Self.slot($0.name, $0.field, memory) }
    // Names that fall on one slot cost a guess, too: of some multipliers, one with the fewest is
    // taken.
    let multiplier = (0..<64).map { 0x9E37_79B9_7F4A_7C15 &* (2 &* $0 &+ 1) }.max { left, right in
      Set(taken.map { Self.hash($0.bytes.0 & prefix, left) & mask }).count
        < Set(taken.map { Self.hash($0.bytes.0 & prefix, right) & mask }).count
    }
    self.prefix = prefix
    self.mask = mask
    self.multiplier = multiplier ?? 1
    var slots = [Slot](repeating: Slot(), count: size)
    for slot in taken {
      var place = Self.hash(slot.bytes.0 & prefix, self.multiplier) & mask
      while slots[place].length > 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
    self.slots = memory.table(slots)
  }

  /// Reads a name and its quotation mark; `nil` where it is not in the table, or stands so near to
  /// the end of the line that it cannot be looked at.
  @inline(__always)
  func take(from line: inout LineReader) -> Int? {
    guard line.left >= Self.width else { return nil }
    let words = (
      LineReader.word(line.at), LineReader.word(line.at + 8), LineReader.word(line.at + 16)
    )
    var place = Self.hash(words.0 & prefix, multiplier) & mask
    while true {
      let slot = slots + place
      if slot.pointee.length == 0 { return nil }
      let (bytes, masks) = (slot.pointee.bytes, slot.pointee.masks)
      let difference =
        (words.0 & masks.0 ^ bytes.0) | (words.1 & masks.1 ^ bytes.1)
        | (words.2 & masks.2 ^ bytes.2)
      if difference == 0 {
        line.at += slot.pointee.length
        return slot.pointee.field
      }
      place = (place &+ 1) & mask
    }
  }

  private static func slot(_ name: String, _ field: Int, _ memory: FixedMemory) -> Slot {
    let text = Array(name.utf8) + [UInt8(ascii: "\"")]
    let start = memory.bytes(text + [UInt8](repeating: 0, count: width - text.count)).start
    return Slot(
      bytes: (LineReader.word(start), LineReader.word(start + 8), LineReader.word(start + 16)),
      masks: (mask(text.count), mask(text.count - 8), mask(text.count - 16)),
      length: text.count, field: field)
  }

  /// So many bytes of a word; all where there are more.
  private static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? .max : count <= 0 ? 0 : 1 << UInt64(count * 8) - 1
  }

  @inline(__always)
  private static func hash(_ word: UInt64, _ multiplier: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* multiplier) >> 40)
  }
}
