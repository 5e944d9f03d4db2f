#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Bytes that a table owns, such as a name or a text of the catalog.
struct FixedBytes {
  let start: UnsafePointer<UInt8>
  let count: Int

  /// Whether they stand at a place from which as many bytes can be read.
  @inline(__always)
  func areEqual(_ other: UnsafePointer<UInt8>) -> Bool {
    // The C library compares 32 bytes at once, which is worth the call where there are many.
    if count >= 64 { return memcmp(start, other, count) == 0 }
    if count >= 16 { return areEqualByPairs(other) }
    if count >= 8 {
      let tail = count &- 8
      return LineReader.word(start) == LineReader.word(other)
        && LineReader.word(start + tail) == LineReader.word(other + tail)
    }
    if count >= 4 {
      let tail = count &- 4
      return LineReader.half(start) == LineReader.half(other)
        && LineReader.half(start + tail) == LineReader.half(other + tail)
    }
    for index in 0..<count where start[index] != other[index] { return false }
    return true
  }

  @inline(__always)
  private func areEqualByPairs(_ other: UnsafePointer<UInt8>) -> Bool {
    var index = 0
    while index &+ 16 <= count {
      if difference(from: other, at: index) != 0 { return false }
      index &+= 16
    }
    // The last pair of words overlaps the one before it.
    return difference(from: other, at: count &- 16) == 0
  }

  /// Of sixteen bytes.
  @inline(__always)
  private func difference(from other: UnsafePointer<UInt8>, at index: Int) -> UInt64 {
    (LineReader.word(start + index) ^ LineReader.word(other + index))
      | (LineReader.word(start + (index &+ 8)) ^ LineReader.word(other + (index &+ 8)))
  }
}

/// Memory that lives as long as its owner; what is put in never moves or changes.
final class FixedMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  init() {}

  deinit {
    for block in blocks { block.deallocate() }
  }

  func bytes(_ bytes: some Collection<UInt8>) -> FixedBytes {
    FixedBytes(start: table(Array(bytes)), count: bytes.count)
  }

  /// Copies plain values; there is at least one place, so that there is an address.
  func table<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
    let block = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, elements.count) * MemoryLayout<Element>.stride,
      alignment: MemoryLayout<Element>.alignment)
    blocks.append(block)
    let start = block.bindMemory(to: Element.self, capacity: max(1, elements.count))
    for (index, element) in elements.enumerated() {
      (start + index).initialize(to: element)
    }
    return UnsafePointer(start)
  }
}
