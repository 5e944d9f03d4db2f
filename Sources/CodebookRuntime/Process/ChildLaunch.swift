#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// How a program is started as a child: the one place that knows how platforms differ in it.
package struct ChildLaunch {
  /// The program, looked for in `PATH` where it has no slash, and its arguments.
  private let arguments: [String]

  /// A descriptor of this process for each of the child's that is not inherited.
  private let descriptors: [(child: Int32, own: Int32)]

  /// Signals that end the child although this process ignores them.
  package var defaultSignals: [Int32] = []

  /// A variable of this process's environment that the child does not get.
  package var withheldVariable: String?

  /// - Parameters:
  ///   - arguments: The program, and what it is given.
  ///   - descriptors: What the child has as its own, such as `(STDOUT_FILENO, pipe.writer)`.
  package init(_ arguments: [String], descriptors: [(child: Int32, own: Int32)]) {
    self.arguments = arguments
    self.descriptors = descriptors
  }

  /// Starts it.
  ///
  /// - Returns: The child's process ID.
  /// - Throws: Where there is no such program, or it cannot be started.
  package func start() throws(ChildProcessError) -> Int32 {
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
    for (child, own) in descriptors { posix_spawn_file_actions_adddup2(&actions, own, child) }
    // The threads that run tasks block signals, and a child would never see SIGTERM.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in defaultSignals { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    let variables = inheritedVariables() + [nil]
    var child: pid_t = 0
    let code = posix_spawnp(&child, arguments[0], &actions, &attributes, &words, variables)
    guard code == 0 else { throw ChildProcessError("cannot run \(arguments[0])", code: code) }
    return child
  }

  private func inheritedVariables() -> [UnsafeMutablePointer<CChar>?] {
    var variables: [UnsafeMutablePointer<CChar>?] = []
    var place = environment
    while let entry = place?.pointee {
      if withheldVariable.map({ strncmp(entry, "\($0)=", $0.utf8.count + 1) != 0 }) ?? true {
        variables.append(entry)
      }
      place = place?.advanced(by: 1)
    }
    return variables
  }
}

/// This process's environment.
private var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
  #if canImport(Darwin)
    _NSGetEnviron().pointee
  #else
    environ
  #endif
}
