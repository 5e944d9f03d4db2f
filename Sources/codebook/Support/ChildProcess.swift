internal import CodebookRuntime

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// What a program came to that was run to its end.
struct ChildProcess {
  let status: Int32
  let output: [UInt8]
  let errors: String

  /// Runs a program that is looked for on the `PATH`, without input, and reads all that it says.
  ///
  /// - Parameter variable: What it does not get of this process's environment.
  /// - Throws: Where it cannot be started.
  static func run(
    _ arguments: [String], without variable: String? = nil
  ) throws(Failure) -> ChildProcess {
    let output = try Pipe()
    let errors = try Pipe()
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    defer { close(nothing) }
    var launch = ChildLaunch(
      arguments,
      descriptors: [
        (STDIN_FILENO, nothing), (STDOUT_FILENO, output.writer), (STDERR_FILENO, errors.writer),
      ])
    launch.withheldVariable = variable
    let pid = try start(launch, arguments[0])
    output.closeWriter()
    errors.closeWriter()
    let said = readBoth(output.reader, errors.reader)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    // The exit status, or that of a shell for a signal.
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return ChildProcess(
      status: exit, output: said.output, errors: String(decoding: said.errors, as: UTF8.self))
  }

  private static func start(
    _ launch: ChildLaunch, _ program: String
  ) throws(Failure) -> pid_t {
    do {
      return try launch.start()
    } catch {
      throw Failure("\(error)", fix: "install \(program), or see that it is on the PATH")
    }
  }

  /// Reads two pipes to their ends, whichever has something: one of them full must not stop both.
  private static func readBoth(
    _ first: Int32, _ second: Int32
  ) -> (output: [UInt8], errors: [UInt8]) {
    var bytes: [[UInt8]] = [[], []]
    var polls = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while polls.contains(where: { $0.fd >= 0 }) {
      guard poll(&polls, nfds_t(polls.count), -1) >= 0 || errno == EINTR else { break }
      for place in polls.indices where polls[place].fd >= 0 && polls[place].revents != 0 {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = read(polls[place].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { polls[place].fd = -1 } else { bytes[place] += buffer[..<count] }
      }
    }
    return (bytes[0], bytes[1])
  }
}

/// Two ends of a pipe, closed with it.
private final class Pipe {
  let reader: Int32
  private(set) var writer: Int32

  init() throws(Failure) {
    do {
      let ends = try PipeEnds()
      (reader, writer) = (ends.reader, ends.writer)
    } catch {
      throw Failure("\(error)")
    }
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  deinit {
    closeWriter()
    close(reader)
  }
}
