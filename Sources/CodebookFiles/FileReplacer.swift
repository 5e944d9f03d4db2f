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
  ///
  /// - Parameter expected: What the file must still hold, empty where there must be none: what
  ///   somebody else wrote meanwhile is not lost. `nil` for whatever it may be.
  package static func replace(
    _ path: String, _ bytes: [UInt8], whereItHolds expected: [UInt8]? = nil
  ) throws(FileError) {
    let target = resolved(path)
    let folder = try System.open(split(target).folder, O_RDONLY | O_DIRECTORY, to: "write")
    // Held until the file is in place: two that expect the same cannot both be right.
    defer { close(folder) }
    while flock(folder, LOCK_EX) != 0, errno == EINTR {}
    if let expected { try require(expected, at: target) }
    removeLeftovers(of: target)
    try write(bytes, to: target, path)
    try System.sync(folder, path: path)
  }

  /// Whether a path is free, or leads to a file, which may be replaced.
  package static func canReplace(_ path: String) throws(FileError) -> Bool {
    guard let status = try System.status(resolved(path)) else { return true }
    return System.kind(status) == .file
  }

  /// Whether two paths lead to one file, which is there.
  package static func isOneFile(_ path: String, _ other: String) throws(FileError) -> Bool {
    guard let first = try System.status(resolved(path)),
      let second = try System.status(resolved(other))
    else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  private static func require(_ expected: [UInt8], at path: String) throws(FileError) {
    let isThere = try System.status(path) != nil
    let found = isThere ? try FileReader.read(path, limit: .max) : .bytes([])
    guard found == .bytes(expected) else {
      throw FileError(
        "\(path) was changed by somebody else meanwhile", fix: "run the command again")
    }
  }

  private static func write(
    _ bytes: [UInt8], to target: String, _ path: String
  ) throws(FileError) {
    let temporary = temporary(for: target)
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
  }

  /// Where the new contents of a file are written before they take its place.
  static func temporary(for target: String) -> String { "\(target)\(suffix)\(getpid())" }

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
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }
}
