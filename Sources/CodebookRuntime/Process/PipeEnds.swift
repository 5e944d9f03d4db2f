#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a child process cannot be run or read.
public struct ChildProcessError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong.
  public let description: String

  /// The exit status that a shell has for it: 127 where there is no such command, else 126.
  public let exitStatus: Int32

  init(_ description: String, code: Int32 = 0) {
    self.description =
      code == 0 ? description : "\(description): \(String(cString: strerror(code)))"
    exitStatus = code == ENOENT ? 127 : 126
  }
}

/// Both ends of a new pipe. No child inherits them by accident.
package struct PipeEnds {
  package let reader: Int32
  package let writer: Int32

  package init() throws(ChildProcessError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ChildProcessError("cannot make a pipe", code: errno) }
    // Between the two calls another thread may fork; there is no call for both everywhere.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reader = ends[0]
    writer = ends[1]
  }

  func close() {
    Descriptor.close(reader)
    Descriptor.close(writer)
  }
}
