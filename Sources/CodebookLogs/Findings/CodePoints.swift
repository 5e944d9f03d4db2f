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
    max(1, UTF8Form.length(in: bytes, at: place))
  }
}
