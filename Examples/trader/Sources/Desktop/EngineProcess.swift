import CodebookRuntime

/// The engine: a child process that gets its bootstrap on standard input, and answers READY on
/// standard output. It ends when its standard input does.
struct EngineProcess {
  /// Why there is no engine.
  struct StartError: Error {
    /// Its exit status.
    let status: Int32
  }

  /// How long it may take to be ready.
  private static let patience = Duration.seconds(10)

  /// Where it listens on the loopback interface.
  let port: Int

  /// How its catalog goes with this process's.
  let compatibility: CatalogIdentity.Compatibility

  private let child: ChildProcess

  /// Starts an engine. The current action becomes what all belongs to that the engine does by
  /// itself.
  ///
  /// - Parameter settings: What it is told besides the IDs.
  /// - Throws: `StartError` where it did not become ready, and has ended.
  static func start(
    _ command: [String], settings: EngineSettings, log: RecordLogger
  ) async throws -> EngineProcess {
    let child = try ChildProcess(command, name: "engine", logger: log)
    child.write(try Bootstrap(from: log, payload: settings.payload).text())
    guard let line = await child.nextLine(within: patience),
      let ready = try? Ready(parsing: line.utf8),
      case .integer(let port)? = ready.payload?["port"]
    else {
      child.terminate()
      throw StartError(status: await child.waitForExit())
    }
    // IDs that did not come back as they should.
    log.report(ready.replaced)
    return EngineProcess(
      port: Int(port),
      compatibility: log.catalog.identity.compatibility(with: ready.catalog),
      child: child)
  }

  /// Ends it at once, as it would end in a crash.
  func kill() {
    child.kill()
  }

  /// Asks it to end, by the end of its input.
  func stop() {
    child.closeInput()
  }

  /// Its exit status, once it has ended and all that it wrote to standard error is logged.
  func waitForExit() async -> Int32 {
    await child.waitForExit()
  }
}
