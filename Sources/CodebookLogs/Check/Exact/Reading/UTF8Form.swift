/// Well-formed UTF-8, as Unicode has it in table 3-7.
enum UTF8Form {
  /// The number of bytes of the character at a place; 0 where there is none.
  static func length(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let first = text[place]
    if first < 0x80 { return 1 }
    guard let (length, second) = form(of: first), text.count - place >= length,
      second.contains(text[place + 1])
    else { return 0 }
    for index in 2..<max(2, length) where text[place + index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// The number of bytes that belong to no character, at least one: as many as could have begun one.
  static func faultLength(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    guard let (length, second) = form(of: text[place]), place + 1 < text.count,
      second.contains(text[place + 1])
    else { return 1 }
    var end = place + 2
    while end < min(text.count, place + length), text[end] & 0xC0 == 0x80 { end += 1 }
    return end - place
  }

  /// The length that a first byte announces, and what its second byte may be.
  private static func form(of first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}
