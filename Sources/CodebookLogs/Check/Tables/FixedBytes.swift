/// Bytes that a table owns, such as a name or a text of the catalog.
struct FixedBytes {
  let start: UnsafePointer<UInt8>
  let count: Int

  /// Whether they stand at a place from which as many bytes can be read.
  @inline(__always)
  func areEqual(_ other: UnsafePointer<UInt8>) -> Bool {
    if count >= 16 { return areEqualByVectors(other) }
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
  private func areEqualByVectors(_ other: UnsafePointer<UInt8>) -> Bool {
    var difference = SIMD2<UInt64>.zero
    var index = 0
    while index &+ 16 <= count {
      difference |= Self.vector(start + index) ^ Self.vector(other + index)
      index &+= 16
    }
    // The last vector overlaps the one before it.
    let tail = count &- 16
    difference |= Self.vector(start + tail) ^ Self.vector(other + tail)
    return difference[0] | difference[1] == 0
  }

  @inline(__always)
  private static func vector(_ bytes: UnsafePointer<UInt8>) -> SIMD2<UInt64> {
    UnsafeRawPointer(bytes).loadUnaligned(as: SIMD2<UInt64>.self)
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
