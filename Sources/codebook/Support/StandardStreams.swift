#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Standard input, output and error.
enum StandardStreams {
  /// Takes the numbers of streams that whoever started this program closed: the next file that is
  /// opened would else have one of them, and be read or written for it.
  ///
  /// They are opened for what nobody does with them, so that using them fails as it does when they
  /// are closed.
  static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes all of the bytes, and waits where there is no room for them now; gives the system's code
  /// where that fails.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waited, 1, -1)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }

  /// Why standard output could not be written.
  static func failure(_ code: Int32) -> Failure {
    Failure(
      "cannot write standard output: \(String(cString: strerror(code)))",
      fix: code == ENOSPC ? "free some space and run the command again" : nil)
  }

  private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}
