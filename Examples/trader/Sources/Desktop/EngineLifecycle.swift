import CodebookRuntime
import DiagnosticsBundle
import PredictionTraderCatalog
import Synchronization

/// The engines of this desktop, one after the other. It owns what must outlive each of them: the
/// epoch, and how long the exchange wants to be left alone.
final class EngineLifecycle: Sendable {
  /// An engine that runs, and the ways to it.
  struct Engine: Sendable {
    let epoch: Int
    let process: EngineProcess
    let control: ControlChannel
    let orders: OrderClient
  }

  /// What the engine told, by name.
  let marks = Marks()
  let diagnostics: Diagnostics
  private let log: Log
  private let command: [String]
  private let exchange: ExchangeAddresses
  private let seed: UInt64
  private let epoch = Mutex(0)
  private let carried = HeldBack()
  private let shown = Mutex<EngineStatus?>(nil)

  /// Nothing runs yet.
  ///
  /// - Parameters:
  ///   - command: What starts an engine.
  ///   - seed: What jitter is drawn with, in all engines.
  init(
    command: [String], exchange: ExchangeAddresses, seed: UInt64, diagnostics: Diagnostics, log: Log
  ) {
    self.command = command
    self.exchange = exchange
    self.seed = seed
    self.diagnostics = diagnostics
    self.log = log
  }

  /// How the engine's connections are; `nil` before it has told.
  var status: EngineStatus? { shown.withLock { $0 } }

  /// Starts an engine, of the next epoch.
  ///
  /// - Parameters:
  ///   - arguments: What its command has besides.
  ///   - ready: Called once it is ready.
  ///   - heard: Called whenever it tells something.
  /// - Returns: `nil` where it did not start, which the user has seen.
  func start(
    _ arguments: [String] = [], ready: () -> Void = {},
    heard: @escaping @Sendable () -> Void = {}
  ) async throws -> Engine? {
    diagnostics.history.starts()
    let epoch = epoch.withLock { epoch in
      epoch += 1
      return epoch
    }
    do {
      let process = try await EngineProcess.start(
        command + arguments, settings: settings(of: epoch), log: log.logger)
      ready()
      let engine = try await connect(process, epoch, heard)
      log.engineReadyReceived(
        port: engine.process.port,
        details: [
          "catalog": .string(engine.process.compatibility.rawValue),
          "epoch": .integer(Int64(epoch)),
        ])
      return engine
    } catch let error as EngineProcess.StartError {
      failedToStart(error.status)
      return nil
    }
  }

  /// It has ended, and nobody asked it to.
  func isLost(_ engine: Engine, status: Int32) {
    diagnostics.history.ended(status: status)
    let failure = CatalogError(.ptPROC002)
    log.engineConnectionLost(error: failure, details: ["exit_status": .integer(Int64(status))])
    Screen.show(failure)
  }

  private func settings(of epoch: Int) -> EngineSettings {
    EngineSettings(
      exchangeKey: diagnostics.exchangeKey, exchange: exchange, seed: seed, epoch: epoch,
      carried: carried.remaining)
  }

  private func connect(
    _ process: EngineProcess, _ epoch: Int, _ heard: @escaping @Sendable () -> Void
  ) async throws -> Engine {
    diagnostics.history.isHeard()
    let control = try await ControlChannel.connect(port: process.port, log: log.logger) { news in
      heard()
      self.hear(news, from: epoch)
    }
    return Engine(
      epoch: epoch, process: process, control: control,
      orders: OrderClient(port: process.port, log: log.logger))
  }

  private func failedToStart(_ status: Int32) {
    diagnostics.history.failedToStart(status: status)
    let failure = CatalogError(.ptPROC001)
    log.engineStartFailed(error: failure, details: ["exit_status": .integer(Int64(status))])
    Screen.show(failure)
  }

  /// Takes in what an engine tells; of one that has been replaced nothing is believed.
  private func hear(_ news: EngineNews, from epoch: Int) {
    guard self.epoch.withLock({ $0 == epoch }) else { return }
    diagnostics.history.isHeard()
    switch news {
    case .heartbeat: break
    case .prices: marks.add("prices")
    case .candles: marks.add("candles")
    case .carried(let state):
      carried.store(state)
      if carried.holdsSomething { marks.add("held") }
    case .status(let status): show(status)
    }
  }

  private func show(_ status: EngineStatus) {
    let isNew = shown.withLock { shown in
      defer { shown = status }
      return shown != status
    }
    if isNew { Screen.show(status) }
    marks.add(status.state)
  }
}
