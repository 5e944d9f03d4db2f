#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Some bytes that are looked for among many.
struct ByteSearch: Hashable, Sendable {
  private let wanted: [UInt8]
  /// The place of the byte that is the rarest in logs: all others are looked at where it stands.
  let rarest: Int

  init(_ wanted: [UInt8]) {
    self.wanted = wanted
    rarest = wanted.indices.min { Self.frequency(wanted[$0]) < Self.frequency(wanted[$1]) } ?? 0
  }

  /// Where the bytes stand for the first time.
  func first(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress, !wanted.isEmpty else { return wanted.isEmpty ? 0 : nil }
    var place = rarest
    // Where the rarest byte may stand, so that all others have room around it.
    let end = bytes.count - (wanted.count - 1 - rarest)
    while place < end {
      guard let found = memchr(base + place, Int32(wanted[rarest]), end - place) else { return nil }
      place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      let start = base + (place - rarest)
      if isWanted(start) { return place - rarest }
      place += 1
    }
    return nil
  }

  @inline(__always)
  private func isWanted(_ start: UnsafePointer<UInt8>) -> Bool {
    for (place, byte) in wanted.enumerated() where start[place] != byte { return false }
    return true
  }

  /// Where a byte stands for the first time.
  @inline(__always)
  static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  /// How often a byte stands in logs, roughly.
  private static func frequency(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "\\"): return 0
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
      return 30
    case 0x21..<0x7F:
      // The letters of English, the rarest first.
      let letters = Array("zqjxkvwybgpmuhlonirtse".utf8)
      return letters.firstIndex(of: byte).map { $0 + 1 } ?? 28
    default: return byte == 0x20 ? 29 : 1
    }
  }
}
