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
    removeLeftovers(of: target)
    let temporary = "\(target)\(suffix)\(getpid())"
    let mode = try System.status(target).map { $0.st_mode & 0o777 }
    unlink(temporary)
    let descriptor = try System.open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode ?? 0o666, to: "write")
    do throws(FileError) {
      // A file that is new has what the user's mask leaves.
      if let mode { fchmod(descriptor, mode) }
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

  /// What stands between a file's name and the number of the process that writes it.
  private static let suffix = ".codebook-"

  /// Clears away what killed processes left beside `target`; where that fails it does no harm.
  private static func removeLeftovers(of target: String) {
    let (folder, name) = split(target)
    guard let descriptor = try? System.open(folder, O_RDONLY | O_DIRECTORY, to: "list"),
      let names = try? FolderLister.allNames(in: descriptor, folder)
    else { return }
    for case let found? in names where found.hasPrefix(name + suffix) {
      guard let process = pid_t(found.dropFirst((name + suffix).count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink("\(folder)/\(found)")
    }
  }

  /// What a path leads to through symbolic links; the path itself where there is nothing yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func syncFolder(of path: String) throws(FileError) {
    let descriptor = try System.open(split(path).folder, O_RDONLY | O_DIRECTORY, to: "write")
    defer { close(descriptor) }
    try System.sync(descriptor, path: path)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }
}
