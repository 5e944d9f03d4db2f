/// Goes through a text and stops where three byte classes in a row lead to an anchor.
struct TrigramScan {
  /// The last byte of the trigram that was found; the count of the text for the end of it.
  var place = -1
  /// The classes of the last three bytes.
  var index: UInt32 = Self.start

  /// As if separators stood before the text.
  private static let start = UInt32(ByteClass.other) << 5 | UInt32(ByteClass.other)

  /// Goes on to the next trigram that leads anywhere.
  ///
  /// - Returns: Whether there is one.
  @inline(__always)
  mutating func next(
    _ text: Text, _ classes: UnsafePointer<UInt8>, _ bitmap: UnsafePointer<UInt64>
  ) -> Bool {
    var place = place &+ 1
    var index = index
    let base = text.base
    let count = text.count
    // Four bytes a turn.
    while place &+ 4 <= count {
      for step in 0..<4 {
        index =
          (index &<< 5 | UInt32(truncatingIfNeeded: classes[Int(base[place &+ step])])) & 0x7FFF
        if Self.leads(index, bitmap) {
          (self.place, self.index) = (place &+ step, index)
          return true
        }
      }
      place &+= 4
    }
    while place < count {
      index = (index &<< 5 | UInt32(truncatingIfNeeded: classes[Int(base[place])])) & 0x7FFF
      if Self.leads(index, bitmap) {
        (self.place, self.index) = (place, index)
        return true
      }
      place &+= 1
    }
    guard place == count else { return false }
    index = (index &<< 5 | UInt32(ByteClass.other)) & 0x7FFF
    self.place = place
    self.index = index
    return Self.leads(index, bitmap)
  }

  @inline(__always)
  private static func leads(_ index: UInt32, _ bitmap: UnsafePointer<UInt64>) -> Bool {
    bitmap[Int(index &>> 6)] &>> UInt64(index & 63) & 1 != 0
  }
}
