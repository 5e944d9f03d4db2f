#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A text that is equal to another only where their bytes are.
///
/// Swift's strings are equal where they look the same, however their accents are composed. The
/// keys of a JSON object are not.
struct ExactText: Hashable, Sendable {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  static func == (left: ExactText, right: ExactText) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}

extension String {
  /// Whether both have the same UTF-8.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let fast = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, utf8.count) == 0
      }
    }
    return (fast ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
