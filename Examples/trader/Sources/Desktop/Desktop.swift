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
    let engine = arguments.dropFirst() + ["--log", "\(folder)/engine.log.jsonl"]
    try await UncaughtErrors.reporting(to: log.logger) {
      try await TradingDay(log: log, engineCommand: Array(engine)).run()
    }
    log.close()
  }
}
