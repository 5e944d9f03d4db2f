internal import CodebookCore

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Where findings and notes go: findings to standard output, the rest to standard error.
struct Console {
  let isQuiet: Bool

  /// Writes findings, or what was asked for.
  func print(_ text: String) { Self.write(Array(text.utf8), to: STDOUT_FILENO) }

  func print(_ bytes: [UInt8]) { Self.write(bytes, to: STDOUT_FILENO) }

  /// Writes a line of progress, unless the user asked for quiet.
  func note(_ text: String) {
    guard !isQuiet else { return }
    Self.write(Array((VisibleText.of(text) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Writes to standard error as it is, for a line that is written again.
  static func progress(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  /// Says why a command could not run.
  ///
  /// - Parameter usage: How the command is written, where the failure is about that.
  static func fail(_ failure: Failure, usage: String? = nil) {
    var text = "codebook: error: \(failure.message)\n"
    if let fix = failure.fix {
      // Text to paste stands on lines of its own.
      let lines = fix.split(separator: "\n", omittingEmptySubsequences: false)
      text += lines.count == 1 ? "fix: \(fix)\n" : "fix:\n" + lines.map { "  \($0)\n" }.joined()
    }
    if let usage { text += "\(usage)\n" }
    write(Array(text.utf8), to: STDERR_FILENO)
  }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The value of an environment variable, where it is set and not empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Writes all of it, or ends the program: quietly where a reader has gone away, as it does
  /// elsewhere. Of what standard error does not take nobody can be told.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    guard let code = StandardStreams.write(bytes, to: descriptor), descriptor == STDOUT_FILENO
    else { return }
    if code != EPIPE { fail(StandardStreams.failure(code)) }
    exit(ExitStatus.couldNotRun)
  }
}
