#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

extension LogSource {
  /// Whether some of its bytes come while they are read, as through a pipe; `false` where there is
  /// nothing to read.
  package var isStream: Bool { files.contains { Self.status($0)?.isFile == false } }

  /// How many bytes its files have, packed as they are; `nil` where nobody knows.
  package var size: Int? {
    var total = 0
    for file in files {
      guard let status = Self.status(file) else { continue }
      guard status.isFile else { return nil }
      total += status.size
    }
    return total
  }

  /// Whether a path is that of the empty file with which processes that rotate one of these logs
  /// lock it.
  static func isLock(_ path: String, of logs: Set<String>) -> Bool {
    let ending = ".lock"
    guard path.hasSuffix(ending), logs.contains(String(path.dropLast(ending.count))),
      let status = status(path)
    else { return false }
    return status.isFile && status.size == 0
  }

  private static func status(_ path: String) -> (isFile: Bool, size: Int)? {
    var status = stat()
    let result = path == "-" ? fstat(STDIN_FILENO, &status) : stat(path, &status)
    guard result == 0 else { return nil }
    return (status.st_mode & 0o170000 == 0o100000, Int(status.st_size))
  }
}
