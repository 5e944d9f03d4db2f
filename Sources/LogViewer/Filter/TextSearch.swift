/// A text that is looked for. Unless it has a capital letter, capitals count as small ones.
package struct TextSearch: Hashable, Sendable {
  private let wanted: [UInt8]
  private let exact: ByteSearch
  private let isExact: Bool

  package init(_ text: String) {
    wanted = Array(text.utf8)
    exact = ByteSearch(wanted)
    isExact = text.contains { $0.isUppercase } || !text.contains { $0.isLowercase }
  }

  /// The bytes that must be there as they are; `nil` where letters may differ.
  var literal: [UInt8]? { isExact ? wanted : nil }

  /// Whether some bytes have it.
  func isFound(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isExact { return exact.first(in: bytes) != nil }
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count) where Self.folded(bytes[start]) == first {
      var length = 1
      while length < wanted.count, Self.folded(bytes[start + length]) == wanted[length] {
        length += 1
      }
      if length == wanted.count { return true }
    }
    return false
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
