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
    var actions = Self.noActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writer, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writer, STDERR_FILENO)
    var pid: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    var environment = environment(without: variable)
    environment.append(nil)
    let code = posix_spawnp(&pid, arguments[0], &actions, nil, words, environment)
    output.closeWriter()
    errors.closeWriter()
    guard code == 0 else {
      throw Failure(
        "\(arguments[0]) cannot be run: \(String(cString: strerror(code)))",
        fix: "install \(arguments[0]), or see that it is on the PATH")
    }
    let said = readBoth(output.reader, errors.reader)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    // The exit status, or that of a shell for a signal.
    let exit = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return ChildProcess(
      status: exit, output: said.output, errors: String(decoding: said.errors, as: UTF8.self))
  }

  private static func environment(
    without variable: String?
  ) -> [UnsafeMutablePointer<CChar>?] {
    var kept: [UnsafeMutablePointer<CChar>?] = []
    var place: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = environ
    while let entry = place.pointee {
      let isMeant = variable.map { strncmp(entry, "\($0)=", $0.utf8.count + 1) == 0 } ?? false
      if !isMeant { kept.append(entry) }
      place += 1
    }
    return kept
  }

  #if canImport(Darwin)
    private static var noActions: posix_spawn_file_actions_t? { nil }
  #else
    private static var noActions: posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
  #endif

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
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure("no pipe can be made: \(String(cString: strerror(errno)))")
    }
    (reader, writer) = (ends[0], ends[1])
    // The child has copies of its own; these must not stay open in it.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
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
