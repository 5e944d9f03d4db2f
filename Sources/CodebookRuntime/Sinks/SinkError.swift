#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a sink cannot be made.
///
/// Only making one can fail: once it is there, a sink counts what it cannot write.
public struct SinkError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong, with the path in it.
  public let description: String

  init(_ description: String) {
    self.description = description
  }

  /// A system call on `path` that failed with `code`.
  init(_ operation: String, _ path: String, code: Int32) {
    description = "cannot \(operation) \(path): \(String(cString: strerror(code)))"
  }
}
