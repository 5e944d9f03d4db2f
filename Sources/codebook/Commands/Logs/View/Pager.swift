internal import CodebookRuntime

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The program in which people leaf through what is longer than a screen.
struct Pager {
  /// Where its text is written.
  let input: Int32
  private let process: pid_t

  /// Starts what `PAGER` says, else `less`; `nil` where that is nothing, or cannot be started.
  static func start() -> Pager? {
    let command = getenv("PAGER").map { String(cString: $0) }
    guard command?.allSatisfy(\.isWhitespace) != true, command != "cat" else { return nil }
    // As git has it: a user's own settings count.
    setenv("LESS", "FRX", 0)
    setenv("LESSCHARSET", "utf-8", 0)
    guard let ends = try? PipeEnds() else { return nil }
    var launch = ChildLaunch(
      command.map { ["/bin/sh", "-c", $0] } ?? ["less"], descriptors: [(STDIN_FILENO, ends.reader)])
    // What this process ignores, a pager does not.
    launch.defaultSignals = [SIGPIPE, SIGINT]
    let process = try? launch.start()
    close(ends.reader)
    guard let process else {
      close(ends.writer)
      return nil
    }
    // An interrupt is for the pager: without us it would fight with the shell for the terminal.
    signal(SIGINT, SIG_IGN)
    return Pager(input: ends.writer, process: process)
  }

  /// Ends its text, and waits until it is left; tells whether it was there at all, as far as the
  /// shell knows.
  func finish() -> Bool {
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    signal(SIGINT, SIG_DFL)
    return !(126...127).contains(status >> 8 & 0xFF)
  }
}
