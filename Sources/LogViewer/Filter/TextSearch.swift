/// A text that is looked for. Unless it has a capital letter, capitals count as small ones.
package struct TextSearch: Hashable, Sendable {
  let wanted: [UInt8]
  private let exact: ByteSearch
  private let isExact: Bool
  private let rarest: Int

  package init(_ text: String) {
    wanted = Array(text.utf8)
    exact = ByteSearch(wanted)
    rarest = exact.rarest
    isExact = text.contains { $0.isUppercase } || !text.contains { $0.isLowercase }
  }

  /// Whether some bytes have it.
  func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if wanted.isEmpty { return true }
    if isExact { return exact.first(in: bytes) != nil }
    let byte = wanted[rarest]
    return isFound(in: bytes, around: byte)
      || 0x61...0x7A ~= byte && isFound(in: bytes, around: byte & 0xDF)
  }

  /// Whether some bytes have it with its rarest byte written in one way.
  private func isFound(in bytes: UnsafeBufferPointer<UInt8>, around byte: UInt8) -> Bool {
    let end = bytes.count - (wanted.count - 1 - rarest)
    var place = rarest
    while place < end {
      let rest = UnsafeBufferPointer(rebasing: bytes[place..<end])
      guard let found = ByteSearch.first(byte, in: rest) else { return false }
      if isWanted(bytes, place + found - rarest) { return true }
      place += found + 1
    }
    return false
  }

  private func isWanted(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for (place, byte) in wanted.enumerated() where Self.folded(bytes[start + place]) != byte {
      return false
    }
    return true
  }

  /// Whether a text has it.
  func isFound(in text: some Collection<UInt8>) -> Bool {
    Array(text).withUnsafeBufferPointer { isFound(in: $0) }
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 {
    0x41...0x5A ~= byte ? byte | 0x20 : byte
  }
}
