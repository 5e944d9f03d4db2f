#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a file could not be read or written.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong, with the path in it.
  package let description: String
  /// What to do about it.
  package let fix: String?
  /// Whether there is nothing at the path.
  package let isMissing: Bool

  package init(_ description: String, fix: String? = nil) {
    self.description = description
    self.fix = fix
    isMissing = false
  }

  /// A system call that failed with `code`.
  init(_ operation: String, _ path: String, code: Int32) {
    description = "cannot \(operation) \(path): \(String(cString: strerror(code)))"
    isMissing = code == ENOENT
    fix =
      switch code {
      case ENOSPC, EDQUOT: "free some space and run the command again"
      case EACCES, EPERM: "check the permissions of the file and of its folder"
      case EROFS: "the file system is read-only; choose another folder"
      case EFBIG: "the file system or a limit (`ulimit -f`) allows no larger file"
      case EMFILE, ENFILE: "too many files are open; raise the limit (`ulimit -n`)"
      case ENOENT, ENOTDIR: "check the path"
      default: nil
      }
  }

  /// The same error, saying also what it left behind.
  func adding(_ state: String, thenRun next: String? = nil) -> FileError {
    let fixes = [fix, next].compactMap(\.self)
    return FileError(
      "\(description); \(state)", fix: fixes.isEmpty ? nil : fixes.joined(separator: "; then "))
  }
}
