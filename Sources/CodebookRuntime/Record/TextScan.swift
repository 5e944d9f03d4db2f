/// Reads UTF-8 by words of eight bytes.
enum TextScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The number of bytes at the beginning of a word that are ASCII and need no escape; 8 if all.
  @inline(__always)
  static func plainBytes(in word: UInt64) -> Int {
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    // The highest bit of each byte that is below the subtrahend; one above the first such byte
    // may be wrong, and only the first counts.
    let controls = (word &- ones &* 0x20) & ~word
    let special =
      (controls | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | word)
      & highBits
    return special.trailingZeroBitCount >> 3
  }

  /// Eight bytes, the first in the lowest place.
  @inline(__always)
  static func word(at bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The number of code points.
  static func codePoints(in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = text.baseAddress else { return 0 }
    var continuations = 0
    var index = 0
    while index &+ 8 <= text.count {
      let word = word(at: start + index)
      // A continuation byte is 10xxxxxx.
      continuations &+= (word & ~(word << 1) & highBits).nonzeroBitCount
      index &+= 8
    }
    while index < text.count {
      if start[index] & 0xC0 == 0x80 { continuations &+= 1 }
      index &+= 1
    }
    return text.count &- continuations
  }

  /// The number of bytes that the first code points take.
  static func length(ofFirst codePoints: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var left = codePoints
    for index in 0..<text.count where text[index] & 0xC0 != 0x80 {
      if left == 0 { return index }
      left -= 1
    }
    return text.count
  }

  /// The beginning of a text that is looked at: as many whole code points as have room.
  static func head(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard text.count > RecordLimits.bytesLookedAt else { return text }
    var end = RecordLimits.bytesLookedAt
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[..<end])
  }
}
