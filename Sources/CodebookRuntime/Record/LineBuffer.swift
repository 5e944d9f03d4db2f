/// The bytes of one line, as far as they fit.
///
/// The memory belongs to whoever made the buffer. Behind its end are some bytes more, so that what
/// has a small fixed length is written first and checked afterwards.
struct LineBuffer: @unchecked Sendable {
  // Unchecked: the memory is its owner's, which lets one thread in at a time.
  /// What can be written behind the last allowed byte.
  private static let slack = 64

  let start: UnsafeMutablePointer<UInt8>

  /// The number of bytes written.
  var count = 0

  /// Whether more was to be written than fits. What is written from then on does not count.
  var hasOverflowed = false

  let capacity: Int

  /// A buffer with memory of its own, which `deallocate` gives back.
  init(capacity: Int = RecordLimits.maximumLineLength) {
    self.capacity = capacity
    start = .allocate(capacity: capacity + Self.slack)
  }

  func deallocate() {
    start.deallocate()
  }

  /// The line as it stands.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start, count: count)
  }

  mutating func clear() {
    count = 0
    hasOverflowed = false
  }

  /// Takes back what was written behind a place.
  mutating func truncate(to place: Int) {
    if !hasOverflowed { count = place }
  }

  @inline(__always)
  mutating func append(_ source: UnsafePointer<UInt8>, count length: Int) {
    guard length <= capacity &- count else {
      hasOverflowed = true
      return
    }
    (start + count).update(from: source, count: length)
    count &+= length
  }

  @inline(__always)
  mutating func append(_ text: StaticString) {
    // A StaticString of one character may be a scalar instead of a pointer.
    guard text.hasPointerRepresentation else {
      text.withUTF8Buffer { appendBytes($0) }
      return
    }
    append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  mutating func appendBytes(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    append(source, count: bytes.count)
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    start[count] = byte
    advance(by: 1)
  }

  /// Counts bytes that were written into the slack, at most as many as it has.
  @inline(__always)
  mutating func advance(by length: Int) {
    let end = count &+ length
    if end <= capacity {
      count = end
    } else {
      hasOverflowed = true
    }
  }

  /// The place of the next byte.
  @inline(__always)
  var next: UnsafeMutablePointer<UInt8> { start + count }

  /// Writes a text as it is: one that is known to need no escapes.
  @inline(__always)
  mutating func appendVerbatim(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ appendBytes($0) }) == nil {
      var copy = text
      copy.withUTF8 { appendBytes($0) }
    }
  }
}
