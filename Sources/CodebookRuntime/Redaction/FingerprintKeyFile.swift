#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
public import Redaction

/// Why there is no fingerprint key.
public struct FingerprintKeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong, with the file's path in it.
  public let description: String

  init(_ description: String) {
    self.description = description
  }

  init(_ operation: String, _ path: String, code: Int32) {
    description = "cannot \(operation) \(path): \(String(cString: strerror(code)))"
  }
}

extension FingerprintKey {
  /// The key that a file keeps; a new one where there is no file yet.
  ///
  /// The file is made for this user alone (mode 0600), with the folders above it (0700), and in one
  /// piece, also where two processes make it at once: both get the same key. Keep it with the
  /// product's settings, and out of what is sent to anybody.
  ///
  /// - Parameter path: The file.
  /// - Throws: `FingerprintKeyError` where it cannot be read or made, where others may read it, or
  ///   where something else stands in it: it is never replaced, since fingerprints would no longer
  ///   be the same.
  public static func loadOrCreate(
    at path: String
  ) throws(FingerprintKeyError) -> FingerprintKey {
    let file = FingerprintKeyFile(path: path)
    if let key = try file.load() { return key }
    try file.create()
    guard let key = try file.load() else {
      throw FingerprintKeyError("\(path) has gone while it was made")
    }
    return key
  }
}

/// 64 hexadecimal digits and a line feed, for one user's eyes.
private struct FingerprintKeyFile {
  let path: String

  private static let length = 65

  /// The key; `nil` where there is no file.
  func load() throws(FingerprintKeyError) -> FingerprintKey? {
    let descriptor = Descriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw errno == ELOOP
        ? FingerprintKeyError("\(path) is a symbolic link")
        : FingerprintKeyError("open", path, code: errno)
    }
    defer { Descriptor.close(descriptor) }
    guard let status = Descriptor.status(descriptor), status.isFile else {
      throw FingerprintKeyError("\(path) is no file")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw FingerprintKeyError("\(path) can be read by others: chmod 600, or make a new key")
    }
    guard let key = key(in: descriptor) else {
      throw FingerprintKeyError("\(path) holds no fingerprint key")
    }
    return key
  }

  private func key(in descriptor: Int32) -> FingerprintKey? {
    var bytes = [UInt8](repeating: 0, count: Self.length + 1)
    let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    guard count == Self.length, bytes[Self.length - 1] == UInt8(ascii: "\n") else { return nil }
    return FingerprintKey(hex: String(decoding: bytes[..<(Self.length - 1)], as: UTF8.self))
  }

  /// Makes the file, unless somebody else was faster.
  func create() throws(FingerprintKeyError) {
    LogFile.makeFolders(above: path)
    // Whoever sees the file sees all of it.
    let draft = "\(path).\(UInt64.random(in: .min ... .max)).new"
    defer { unlink(draft) }
    try write(FingerprintKey.random().revealedHex + "\n", to: draft)
    guard link(draft, path) == 0 || errno == EEXIST else {
      throw FingerprintKeyError("make", path, code: errno)
    }
  }

  private func write(_ text: String, to path: String) throws(FingerprintKeyError) {
    let descriptor = Descriptor.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FingerprintKeyError("make", path, code: errno) }
    defer { Descriptor.close(descriptor) }
    let count = Array(text.utf8).withUnsafeBytes { Descriptor.write(descriptor, $0) }
    guard count == Self.length, fsync(descriptor) == 0 else {
      throw FingerprintKeyError("write", path, code: count < 0 ? errno : ENOSPC)
    }
  }
}
