/// Bytes that are looked at, in memory that someone else has.
struct Text {
  let base: UnsafePointer<UInt8>
  let count: Int

  init(_ base: UnsafePointer<UInt8>, _ count: Int) {
    self.base = base
    self.count = count
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>?) {
    if let bytes, let base = bytes.baseAddress {
      self.init(base, bytes.count)
    } else {
      self = .empty
    }
  }

  @inline(__always)
  subscript(place: Int) -> UInt8 { base[place] }

  /// The byte at a place, or `0` outside.
  @inline(__always)
  func byte(_ place: Int) -> UInt8 { place >= 0 && place < count ? base[place] : 0 }

  @inline(__always)
  func buffer(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: end - start)
  }

  static let empty = Text(ByteTable { $0 }.values, 0)
}

extension Text: @unchecked Sendable {}
