internal import CLibCrypto

/// Bytes that are wiped when nobody holds them any more.
///
/// Written by one owner, and from then on only read.
final class SecretMemory: @unchecked Sendable {
  private(set) var bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(capacity: Int = 256) {
    bytes = .allocate(capacity: max(1, capacity))
  }

  convenience init(_ source: UnsafeBufferPointer<UInt8>) {
    self.init(capacity: source.count)
    append(source)
  }

  deinit { Self.wipe(bytes) }

  var contents: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[..<count]) }

  func append(_ byte: UInt8) {
    if count == bytes.count { grow(to: count * 2) }
    bytes[count] = byte
    count += 1
  }

  func append(_ source: UnsafeBufferPointer<UInt8>) {
    if count + source.count > bytes.count { grow(to: (count + source.count) * 2) }
    _ = UnsafeMutableBufferPointer(rebasing: bytes[count...]).update(fromContentsOf: source)
    count += source.count
  }

  /// The bytes without white space at both ends: a secret that was read from a file often has a line
  /// feed, and stands without it everywhere else.
  func withoutSpaceAround() -> SecretMemory {
    let space: (UInt8) -> Bool = { " \t\r\n".utf8.contains($0) }
    let start = contents.firstIndex { !space($0) } ?? count
    let end = contents.lastIndex { !space($0) }.map { $0 + 1 } ?? start
    if start == 0, end == count { return self }
    return SecretMemory(UnsafeBufferPointer(rebasing: contents[start..<end]))
  }

  /// Forgets what stands behind a place.
  func truncate(to count: Int) { self.count = count }

  private func grow(to capacity: Int) {
    let old = bytes
    bytes = .allocate(capacity: capacity)
    _ = bytes.update(fromContentsOf: old[..<count])
    Self.wipe(old)
  }

  private static func wipe(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    // Unlike a loop, this is not taken out by a compiler.
    OPENSSL_cleanse(bytes.baseAddress, bytes.count)
    bytes.deallocate()
  }
}
