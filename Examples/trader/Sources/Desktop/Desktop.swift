import CodebookRuntime
import Foundation
import PredictionTraderCatalog

/// The desktop: `Desktop FOLDER COMMAND…` or `Desktop FOLDER --scenario FILE COMMAND…`
///
/// FOLDER is where both processes keep their log files, COMMAND what starts the engine, FILE what
/// goes wrong. EXCHANGE in the environment tells where the exchange is.
@main
struct Desktop {
  static func main() async throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard let folder = arguments.first, arguments.count > 1 else {
      print("usage: Desktop FOLDER [--scenario FILE] ENGINE-COMMAND...")
      exit(EX_USAGE)
    }
    arguments.removeFirst()
    var scenario: Scenario?
    if arguments.first == "--scenario", arguments.count > 2 {
      scenario = try Scenario(path: arguments[1])
      arguments.removeFirst(2)
    }
    // An engine that is gone shows by its exit status, not by ending this process.
    signal(SIGPIPE, SIG_IGN)
    try await run(scenario, in: folder, engine: arguments)
  }

  private static func run(
    _ scenario: Scenario?, in folder: String, engine command: [String]
  ) async throws {
    // A product keeps it with its settings. The engine gets it in its bootstrap.
    let key = try FingerprintKey.loadOrCreate(at: "\(folder)/fingerprint.key")
    let log = Log(
      service: .desktop, sink: try FileSink(path: "\(folder)/desktop.log.jsonl"),
      fingerprintKey: key)
    let files = [
      "--log", "\(folder)/engine.log.jsonl", "--diagnostics", Diagnostics.enginePart(in: folder),
    ]
    let exchange = try ExchangeAddresses.current()
    let seed = seed()
    let engines = EngineLifecycle(
      command: command + files, exchange: exchange, seed: seed,
      diagnostics: Diagnostics(
        folder: folder, log: log, history: EngineHistory(), exchangeKey: exchangeKey(),
        fingerprintKey: key),
      log: log)
    let user = UserActions(log: log)
    try await UncaughtErrors.reporting(to: log.logger) {
      guard let scenario else {
        return try await TradingDay(log: log, engines: engines, user: user).run()
      }
      let control = ExchangeControl(exchange: exchange)
      let supervisor = EngineSupervisor(
        engines, seed: seed, baseMS: scenario.restartBaseMS, log: log)
      try await ScenarioDay(
        scenario, scale: scale(), engines: engines, supervisor: supervisor, exchange: control,
        user: user
      ).run()
    }
    log.close()
  }

  /// A product has it from the user's keychain; here it is another one each time, or the one that a
  /// test looks for.
  private static func exchangeKey() -> Sensitive<String> {
    Sensitive(
      ProcessInfo.processInfo.environment["EXCHANGE_KEY"]
        ?? (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined())
  }

  /// What jitter is drawn with: another one each time, so that not all desktops come back at once.
  private static func seed() -> UInt64 {
    ProcessInfo.processInfo.environment["TRADER_SEED"].flatMap { UInt64($0) }
      ?? .random(in: .min ... .max)
  }

  /// By how much the engine's times are divided.
  private static func scale() -> Int {
    max(1, ProcessInfo.processInfo.environment["TRADER_SCALE"].flatMap { Int($0) } ?? 1)
  }
}
