#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Which file a path or a descriptor leads to.
struct FileIdentity: Equatable {
  let device: UInt64
  let inode: UInt64

  init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
  }

  /// What stands at a path, a symbolic link not followed; `nil` where nothing can be seen.
  init?(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

extension stat {
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  /// A terminal, or another device that takes characters.
  var isTerminal: Bool { st_mode & S_IFMT == S_IFCHR }
  var isSocket: Bool { st_mode & S_IFMT == S_IFSOCK }
}

/// System calls on open files that are made again where a signal came between.
enum Descriptor {
  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o600) -> Int32 {
    while true {
      #if canImport(Darwin)
        let descriptor = Darwin.open(path, flags | O_CLOEXEC, mode)
      #else
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
      #endif
      if descriptor >= 0 || errno != EINTR { return descriptor }
    }
  }

  /// - Returns: The number of bytes written, or -1 with `errno`.
  @inline(__always)
  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    while true {
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
      #else
        let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }

  static func close(_ descriptor: Int32) {
    // Not again after EINTR: the number may be another file's by then.
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }

  static func status(_ descriptor: Int32) -> stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }
}

/// Time that never goes back.
enum MonotonicClock {
  /// Milliseconds since some moment; as exact as the system's tick, and so nearly free.
  @inline(__always)
  static func milliseconds() -> Int64 {
    var time = timespec()
    #if canImport(Darwin)
      clock_gettime(CLOCK_MONOTONIC_RAW_APPROX, &time)
    #else
      clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    #endif
    return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
  }
}

extension UnsafeRawBufferPointer {
  /// The number of lines that end in these bytes.
  var lineCount: Int { count { $0 == UInt8(ascii: "\n") } }

  /// The number of bytes after the last line feed.
  var unfinishedCount: Int {
    guard let last = lastIndex(of: UInt8(ascii: "\n")) else { return count }
    return count - last - 1
  }
}
