#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How far a search may go on behind each three bytes.
///
/// Made once, and from then on only read.
final class SecretShifts: @unchecked Sendable {
  /// What tells needles apart first: as many bytes as the shortest has.
  private let window: Int
  private let shifts: UnsafeMutablePointer<UInt8>
  /// The needles whose window ends with three bytes, for those that may end one.
  private let ends: [Int: [Int]]

  private static let places = 1 << 15
  private static let blockLength = 3
  private static let longestWindow = 64

  init(_ needles: SecretNeedles) {
    window = min(needles.shortest, Self.longestWindow)
    shifts = .allocate(capacity: Self.places)
    let furthest = max(0, window - Self.blockLength + 1)
    shifts.initialize(repeating: UInt8(furthest), count: Self.places)
    var ends: [Int: [Int]] = [:]
    for (index, range) in needles.ranges.enumerated() {
      guard let base = needles.memory.contents.baseAddress else { continue }
      for place in 0...(window - Self.blockLength) {
        let block = Self.place(of: base + range.lowerBound + place)
        let shift = window - Self.blockLength - place
        shifts[block] = min(shifts[block], UInt8(shift))
        if shift == 0 { ends[block, default: []].append(index) }
      }
    }
    self.ends = ends
  }

  deinit {
    memset(shifts, 0, Self.places)
    shifts.deallocate()
  }

  @inline(__always)
  private static func place(of block: UnsafePointer<UInt8>) -> Int {
    let value = UInt32(block[0]) | UInt32(block[1]) << 8 | UInt32(block[2]) << 16
    return Int((value &* 0x9E37_79B1) >> 17)
  }

  /// Whether a needle stands in a text.
  func isFound(_ needles: SecretNeedles, _ text: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var position = window - Self.blockLength
    let last = count - Self.blockLength
    while position <= last {
      let block = Self.place(of: text + position)
      let shift = Int(shifts[block])
      if shift > 0 {
        position &+= shift
        continue
      }
      let start = position - (window - Self.blockLength)
      if isFound(needles, ends[block] ?? [], text + start, count - start) { return true }
      position &+= 1
    }
    return false
  }

  private func isFound(
    _ needles: SecretNeedles, _ candidates: [Int], _ text: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    guard let base = needles.memory.contents.baseAddress else { return false }
    return candidates.contains { index in
      let range = needles.ranges[index]
      return range.count <= count && memcmp(base + range.lowerBound, text, range.count) == 0
    }
  }
}
