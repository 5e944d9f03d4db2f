#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Why a log could not be read, or not to its end.
package struct LogInputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong, with the path in it.
  package let description: String
  /// What to do about it.
  package let fix: String?

  package init(_ description: String, fix: String? = nil) {
    self.description = description
    self.fix = fix
  }

  /// A system call that failed with `code`.
  init(_ operation: String, _ path: String, code: Int32) {
    let fix: String? =
      switch code {
      case EACCES, EPERM: "check the permissions of the file and of its folder"
      case ENOENT where path.unicodeScalars.contains("\u{FFFD}"):
        "its name may be no UTF-8; rename it, or read it as standard input"
      case ENOENT, ENOTDIR: "check the path"
      case EMFILE, ENFILE: "too many files are open; raise the limit (`ulimit -n`)"
      default: nil
      }
    self.init("cannot \(operation) \(path): \(String(cString: strerror(code)))", fix: fix)
  }

  static func packed(_ name: String, _ tool: PackingTool) -> LogInputError {
    LogInputError(
      "\(name) is packed with \(tool.rawValue); gzip and zstd are read",
      fix: "\(tool.command) FILE | codebook logs check -")
  }

  static func folder(_ path: String) -> LogInputError {
    let files = path.hasSuffix("/") ? "\(path)*.jsonl" : "\(path)/*.jsonl"
    return LogInputError(
      "cannot read \(path): it is a folder", fix: "name the files in it, such as \(files)")
  }
}
