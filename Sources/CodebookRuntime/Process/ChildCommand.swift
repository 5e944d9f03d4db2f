#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A program whose output becomes records while it runs.
public struct ChildCommand: Sendable {
  /// The program, looked for in `PATH` where it has no slash, and its arguments.
  public let arguments: [String]

  /// What its texts have as component; the program's file name by default.
  public let name: String

  /// A command.
  public init(_ arguments: [String], name: String? = nil) {
    self.arguments = arguments
    self.name = name ?? arguments.first?.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Runs it, and logs what it writes until it ends: what is no record of its standard output at
  /// severity 9 (INFO), of its standard error at 13 (WARN), and of a crash at 17 (ERROR).
  ///
  /// It reads this process's standard input. SIGTERM, SIGINT and SIGHUP that somebody sends to this
  /// process go to it; those of a terminal reach it by themselves. What a process that it started
  /// writes after its end is not logged. One command at a time can run in a process.
  ///
  /// - Returns: Its exit status; 128 and the signal's number where a signal ended it.
  /// - Throws: `ChildProcessError` where it cannot be started.
  public func run(to log: RecordLogger) throws(ChildProcessError) -> Int32 {
    guard !arguments.isEmpty else { throw ChildProcessError("there is no command to run") }
    let output = try LoggedPipe(of: name, to: log, severity: 9)
    let errors = try LoggedPipe(of: name, to: log, severity: 13)
    let forwarding = SignalForwarding()
    defer { forwarding.end() }
    let child = try spawn(output.writer, errors.writer)
    output.closeWriter()
    errors.closeWriter()
    forwarding.begin(to: child)
    let status = forwarding.wait(for: child)
    output.log.close()
    errors.log.close()
    return status
  }

  // MARK: Starting

  private func spawn(_ output: Int32, _ errors: Int32) throws(ChildProcessError) -> pid_t {
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
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    // The threads that run tasks block signals, and a child would never see SIGTERM.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, arguments[0], &actions, &attributes, &words, environment)
    guard code == 0 else { throw ChildProcessError("cannot run \(arguments[0])", code: code) }
    return child
  }
}

/// The variables that a child inherits.
private var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  #if canImport(Darwin)
    _NSGetEnviron().pointee
  #else
    environ
  #endif
}

/// A pipe of which one end is logged; the other is for a child.
private final class LoggedPipe {
  private(set) var writer: Int32
  let log: ChildProcessLog

  init(of name: String, to log: RecordLogger, severity: Int) throws(ChildProcessError) {
    let ends = try PipeEnds()
    do throws(ChildProcessError) {
      self.log = try ChildProcessLog(
        reading: ends.reader, of: name, to: log, severity: severity)
    } catch {
      Descriptor.close(ends.writer)
      throw error
    }
    writer = ends.writer
  }

  deinit { closeWriter() }

  /// While this process has it open, there is no end to read.
  func closeWriter() {
    if writer >= 0 { Descriptor.close(writer) }
    writer = -1
  }
}
