#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A call of the system that failed.
struct SystemError: Error, Hashable, Sendable {
  let code: Int32

  /// The error of the call that failed last on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// What the system says of it, such as `Permission denied`.
  var text: String { String(cString: strerror(code)) }
}
