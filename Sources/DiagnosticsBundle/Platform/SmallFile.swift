#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Files of the system and of settings, read whole.
enum SmallFile {
  private static let maximumBytes = 64 << 10

  /// The text of a file; `nil` where it cannot be read, or is no small file.
  static func text(at path: String) -> String? {
    guard let file = try? OpenFile(path, O_RDONLY | O_NONBLOCK),
      let status = try? file.status(), status.kind == .file,
      let bytes = try? bytes(of: file, maximum: maximumBytes)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All bytes of a file; as many as `maximum` and one more where it has more.
  static func bytes(of file: OpenFile, maximum: Int) throws(SystemError) -> [UInt8] {
    var error: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: maximum + 1) { buffer, count in
      do throws(SystemError) {
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
      } catch let failure {
        error = failure
      }
    }
    if let error { throw error }
    return bytes
  }
}
