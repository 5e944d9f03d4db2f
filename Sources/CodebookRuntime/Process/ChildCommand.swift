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
    let child = try ChildLaunch(
      arguments,
      descriptors: [(STDOUT_FILENO, output.writer), (STDERR_FILENO, errors.writer)]
    ).start()
    output.closeWriter()
    errors.closeWriter()
    forwarding.begin(to: child)
    let status = forwarding.wait(for: child)
    output.log.close()
    errors.log.close()
    return status
  }
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
