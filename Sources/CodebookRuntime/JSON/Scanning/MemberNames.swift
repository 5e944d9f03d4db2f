/// The names of the members of the objects that are being read, the outermost object's first.
struct MemberNames {
  private struct Name {
    let range: Range<Int>
    let hash: UInt64
    let hasEscapes: Bool
  }

  private var names: [Name] = []

  var count: Int { names.count }

  mutating func removeAll() { names.removeAll(keepingCapacity: true) }

  /// Forgets the names of an object that is read.
  mutating func removeAll(from first: Int) { names.removeLast(names.count - first) }

  /// Adds a name; `false` where the object, whose names begin at `first`, has it already.
  @inline(__always)
  mutating func insert(
    _ range: Range<Int>, hasEscapes: Bool, in text: ScannedText, from first: Int
  ) -> Bool {
    let hash =
      hasEscapes
      ? Self.decoded(range, text).withUnsafeBufferPointer { Self.hash($0) }
      : Self.hash(UnsafeBufferPointer(start: text.base + range.lowerBound, count: range.count))
    let name = Name(range: range, hash: hash, hasEscapes: hasEscapes)
    for index in first..<names.count where names[index].hash == hash {
      if Self.areEqual(names[index], name, text) { return false }
    }
    names.append(name)
    return true
  }

  private static func areEqual(_ left: Name, _ right: Name, _ text: ScannedText) -> Bool {
    if left.hasEscapes || right.hasEscapes {
      return bytes(left, text) == bytes(right, text)
    }
    return UnsafeBufferPointer(start: text.base + left.range.lowerBound, count: left.range.count)
      .elementsEqual(
        UnsafeBufferPointer(start: text.base + right.range.lowerBound, count: right.range.count))
  }

  private static func bytes(_ name: Name, _ text: ScannedText) -> [UInt8] {
    if name.hasEscapes { return decoded(name.range, text) }
    return Array(
      UnsafeBufferPointer(start: text.base + name.range.lowerBound, count: name.range.count))
  }

  private static func decoded(_ range: Range<Int>, _ text: ScannedText) -> [UInt8] {
    JSONText.decoded(
      UnsafeBufferPointer(start: text.base + range.lowerBound, count: range.count))
  }

  /// Its length, and all of its bytes.
  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: bytes.count)
    guard let base = bytes.baseAddress else { return hash }
    var index = 0
    while index &+ 8 <= bytes.count {
      hash = (hash ^ TextScan.word(at: base + index)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      index &+= 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(base[index])) &* 0x9E37_79B9_7F4A_7C15
      index &+= 1
    }
    return hash ^ hash >> 32
  }
}

extension JSONText {
  /// The UTF-8 of a valid JSON text, given without its quotation marks.
  package static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let quoted = [UInt8(ascii: "\"")] + text + [UInt8(ascii: "\"")]
    guard case .string(let value) = try? JSONReader.read(quoted, limit: .max) else { return [] }
    return Array(value.utf8)
  }
}
