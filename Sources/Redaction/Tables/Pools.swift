/// Texts, each of them once.
struct TextPool {
  private(set) var bytes: [UInt8] = []
  /// Lists are texts in a row.
  private(set) var records: [TextRecord] = []
  private var places: [[UInt8]: UInt32] = [:]

  /// Where a text stands, and how many bytes it has.
  mutating func place(_ text: [UInt8]) -> (offset: UInt32, count: UInt32) {
    let count = UInt32(text.count)
    if let place = places[text] { return (place, count) }
    let place = UInt32(bytes.count)
    bytes += text
    places[text] = place
    return (place, count)
  }

  /// The number of a list's first text, and how many it has.
  mutating func list(_ texts: [[UInt8]]) -> (first: UInt32, count: UInt32) {
    let first = UInt32(records.count)
    for text in texts {
      let (offset, count) = place(text)
      records.append(TextRecord(offset: offset, count: count))
    }
    return (first, UInt32(texts.count))
  }
}

/// Byte classes, each of them once. Number 0 is the empty one.
struct SetPool {
  /// Four a set.
  private(set) var words: [UInt64] = [0, 0, 0, 0]
  private var numbers: [ByteSet: UInt32] = [ByteSet(): 0]

  mutating func number(of set: ByteSet) -> UInt32 {
    if let number = numbers[set] { return number }
    let number = UInt32(numbers.count)
    numbers[set] = number
    var bits: [UInt64] = [0, 0, 0, 0]
    for byte in set.bytes { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
    words += bits
    return number
  }
}

extension [UInt8] {
  /// What names are compared by: small letters and digits.
  var foldedName: [UInt8] { compactMap(Bytes.folded) }

  /// With small ASCII letters.
  var smallLetters: [UInt8] { map(Bytes.small) }
}
