/// Code points of bytes that should be UTF-8; a byte that belongs to none counts as one.
enum CodePoints {
  /// How many of them stand before an offset.
  static func count(in bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Int {
    let end = min(offset, bytes.count)
    var (place, count) = (0, 0)
    while place < end {
      place += bytes[place] < 0x80 ? 1 : length(in: bytes, at: place)
      count += 1
    }
    return count
  }

  /// How many bytes the code point at a place has; 1 for a byte that begins none.
  static func length(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let length: Int
    let second: ClosedRange<UInt8>
    switch bytes[place] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    default: return 1
    }
    guard place + length <= bytes.count, second.contains(bytes[place + 1]) else { return 1 }
    for next in (place + 2)..<max(place + length, place + 2)
    where !(0x80...0xBF).contains(bytes[next]) {
      return 1
    }
    return length
  }
}
