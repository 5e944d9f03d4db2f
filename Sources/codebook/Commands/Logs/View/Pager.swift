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
    guard command != "", command != "cat" else { return nil }
    // As git has it: a user's own settings count.
    setenv("LESS", "FRX", 0)
    setenv("LESSCHARSET", "utf-8", 0)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let words = command.map { ["/bin/sh", "-c", $0] } ?? ["less"]
    let process = spawn(words, input: ends[0])
    close(ends[0])
    guard let process else {
      close(ends[1])
      return nil
    }
    // An interrupt is for the pager: without us it would fight with the shell for the terminal.
    signal(SIGINT, SIG_IGN)
    return Pager(input: ends[1], process: process)
  }

  /// Ends its text, and waits until it is left.
  func finish() {
    close(input)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    signal(SIGINT, SIG_DFL)
  }

  private static func spawn(_ words: [String], input: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    // What this process ignores, a pager does not.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
    return code == 0 ? process : nil
  }
}
