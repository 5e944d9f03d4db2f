#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Gives a file other contents, all at once.
package enum FileReplacer {
  /// Writes beside the file, makes that durable, and renames it into the file's place: whoever
  /// looks sees the old contents or the new ones, also after a crash. A symbolic link stays, and
  /// what it leads to is replaced; the file's mode stays.
  package static func replace(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let target = resolved(path)
    let temporary = "\(target).codebook-\(getpid())"
    let mode = try System.status(target).map { $0.st_mode & 0o777 } ?? 0o644
    unlink(temporary)
    let descriptor = try System.open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode, to: "write")
    do throws(FileError) {
      fchmod(descriptor, mode)
      do throws(FileError) {
        try System.write(bytes, to: descriptor, path: path)
        try System.sync(descriptor, path: path)
      } catch {
        close(descriptor)
        throw error
      }
      try System.finish(descriptor, path: path)
      guard rename(temporary, target) == 0 else { throw FileError("replace", path, code: errno) }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder(of: target)
  }

  /// What a path leads to through symbolic links; the path itself where there is nothing yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func syncFolder(of path: String) throws(FileError) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
    let descriptor = try System.open(folder ?? ".", O_RDONLY | O_DIRECTORY, to: "write")
    defer { close(descriptor) }
    try System.sync(descriptor, path: path)
  }
}
