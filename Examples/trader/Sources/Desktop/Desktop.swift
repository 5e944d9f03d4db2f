import CodebookRuntime
import Foundation
import PredictionTraderCatalog

/// The desktop: Desktop FOLDER COMMAND…
///
/// FOLDER is where both processes keep their log files, COMMAND what starts the engine.
@main
struct Desktop {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let folder = arguments.first, arguments.count > 1 else {
      print("usage: Desktop FOLDER ENGINE-COMMAND...")
      exit(EX_USAGE)
    }
    // An engine that is gone shows by its exit status, not by ending this process.
    signal(SIGPIPE, SIG_IGN)
    // A product keeps it with its settings. The engine gets it in its bootstrap.
    let key = try FingerprintKey.loadOrCreate(at: "\(folder)/fingerprint.key")
    let log = Log(
      service: .desktop, sink: try FileSink(path: "\(folder)/desktop.log.jsonl"),
      fingerprintKey: key)
    let engine =
      arguments.dropFirst() + [
        "--log", "\(folder)/engine.log.jsonl",
        "--diagnostics", Diagnostics.enginePart(in: folder),
      ]
    let diagnostics = Diagnostics(
      folder: folder, log: log, history: EngineHistory(), exchangeKey: exchangeKey(),
      fingerprintKey: key)
    try await UncaughtErrors.reporting(to: log.logger) {
      try await TradingDay(
        log: log, diagnostics: diagnostics, engineCommand: Array(engine)
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
}
