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
  subscript(place: Int) -> UInt8 {
    StepCount.add()
    return base[place]
  }

  /// The byte at a place, or `0` outside.
  @inline(__always)
  func byte(_ place: Int) -> UInt8 { place >= 0 && place < count ? base[place] : 0 }

  @inline(__always)
  func buffer(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: base + start, count: end - start)
  }

  func contains(_ byte: UInt8) -> Bool { next(byte, from: 0) < count }

  /// The place of the next such byte, or the count; eight bytes at a time.
  func next(_ byte: UInt8, from start: Int) -> Int {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var place = start
    while place &+ 8 <= count {
      let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
      let other = UInt64(littleEndian: word) ^ (ones &* UInt64(byte))
      let found = (other &- ones) & ~other & highs
      if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < count, base[place] != byte { place &+= 1 }
    return place
  }

  /// Whether the byte at a place is the `+` or `-` that begins a line of a difference.
  func isDifferenceMark(_ place: Int) -> Bool {
    guard base[place] == UInt8(ascii: "+") || base[place] == UInt8(ascii: "-") else { return false }
    return place == 0 || base[place - 1] == Bytes.lineFeed
  }

  /// Whether it is a text in small letters, its own letters made small.
  func equals(folded other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count == self.count else { return false }
    for place in 0..<count where Bytes.small(base[place]) != other[place] { return false }
    return true
  }

  func ends(with suffix: StaticString) -> Bool {
    let length = suffix.utf8CodeUnitCount
    return stands(suffix, count - length)
  }

  /// Whether a text stands at a place.
  func stands(_ other: StaticString, _ place: Int) -> Bool {
    let length = other.utf8CodeUnitCount
    guard place >= 0, place + length <= count else { return false }
    return other.withUTF8Buffer { $0.elementsEqual(buffer(place, place + length)) }
  }

  /// Without bytes, but with a place where they would be.
  static let empty: Text = {
    let place = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    place.initialize(to: 0)
    return Text(place, 0)
  }()
}

extension Text: @unchecked Sendable {}
