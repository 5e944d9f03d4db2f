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
    _ text: Text, _ classes: UnsafePointer<UInt8>, _ bitmap: UnsafePointer<UInt32>
  ) -> Bool {
    var place = place &+ 1
    var pair = index & 0x3FF
    let base = text.base
    let count = text.count
    // Four bytes a turn.
    while place &+ 4 <= count {
      for step in 0..<4 {
        let last = UInt32(truncatingIfNeeded: classes[Int(base[place &+ step])])
        if Self.leads(pair, last, bitmap) { return stop(at: place &+ step, pair, last) }
        pair = (pair &<< 5 | last) & 0x3FF
      }
      place &+= 4
    }
    while place < count {
      let last = UInt32(truncatingIfNeeded: classes[Int(base[place])])
      if Self.leads(pair, last, bitmap) { return stop(at: place, pair, last) }
      pair = (pair &<< 5 | last) & 0x3FF
      place &+= 1
    }
    guard place == count else { return false }
    let last = UInt32(ByteClass.other)
    _ = stop(at: place, pair, last)
    return Self.leads(pair, last, bitmap)
  }

  @inline(__always)
  private mutating func stop(at place: Int, _ pair: UInt32, _ last: UInt32) -> Bool {
    (self.place, index) = (place, pair &<< 5 | last)
    return true
  }

  /// Whether the bit of a class is set in the word of the two before it.
  @inline(__always)
  private static func leads(
    _ pair: UInt32, _ last: UInt32, _ bitmap: UnsafePointer<UInt32>
  ) -> Bool {
    bitmap[Int(pair)] &>> last & 1 != 0
  }
}
