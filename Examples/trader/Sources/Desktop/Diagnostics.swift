import CodebookRuntime
import DiagnosticsBundle
import PredictionTraderCatalog

/// The file that a user sends to support: what both processes logged, and what they know beside it
/// (Specification, 3).
struct Diagnostics {
  /// Where both processes keep their files.
  let folder: String
  let log: Log
  let history: EngineHistory
  let exchangeKey: Sensitive<String>
  let fingerprintKey: FingerprintKey

  private static let app = AppVersion(name: "PredictionTrader", version: "1.4.2", build: "381")

  /// What of it the engine writes, so that it is there after a crash, too.
  static func enginePart(in folder: String) -> String { "\(folder)/engine.diagnostics.json" }

  /// Makes a bundle.
  ///
  /// - Parameters:
  ///   - control: The way to the engine.
  ///   - isRunning: Whether the engine runs. The file that it keeps is for the time after its end; both
  ///     tell the same.
  ///   - supervisor: Who keeps it running, if anybody does.
  /// - Returns: The bundle's path.
  func export(
    control: ControlChannel, isRunning: Bool, supervisor: EngineSupervisor? = nil
  ) async throws -> String {
    var collectors = collectors(control, isRunning)
    if let supervisor { collectors.append(supervisor.collector) }
    let prepared = try await bundle(collectors).prepare()
    // A desktop shows this before anything is written.
    for file in prepared.preview.files { print("  \(file.path), \(file.bytes) bytes") }
    return try await prepared.write(to: .folder(folder))
  }

  private func bundle(_ collectors: [any BundleCollector]) -> DiagnosticsBundle {
    DiagnosticsBundle(
      description: .current, catalog: .current, app: Self.app, sessionID: log.logger.session,
      logs: [
        LogSource(service: "desktop", path: "\(folder)/desktop.log.jsonl"),
        LogSource(service: "engine", path: "\(folder)/engine.log.jsonl"),
      ],
      collectors: collectors, secrets: [LiveSecret(exchangeKey)],
      fingerprintKey: fingerprintKey)
  }

  private func collectors(
    _ control: ControlChannel, _ isRunning: Bool
  ) -> [any BundleCollector] {
    let history = history
    let collectors: [any BundleCollector] = [
      ValueCollector("engine") { try await control.diagnostics() },
      PlatformCollector(), ValueCollector("desktop") { history.part },
    ]
    if isRunning { return collectors }
    return collectors + [PartFileCollector("engine_file", path: Self.enginePart(in: folder))]
  }
}
