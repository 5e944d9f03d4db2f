import CodebookRuntime
import PredictionTraderCatalog

/// What the user does in this example, and what comes of it. Each action has a correlation ID of
/// its own (Specification, 1.3).
struct TradingDay {
  let log: Log
  /// What the desktop remembers of its engine, and exports.
  let diagnostics: Diagnostics
  /// What starts the engine.
  let engineCommand: [String]

  /// All of it.
  func run() async throws {
    guard let (engine, control) = try await startEngine(engineCommand) else { return }
    try await placeOrder(with: OrderClient(port: engine.port, log: log.logger))
    try await resubscribe(control)
    try await settle(control, engine)
    // An engine that fails before its logging works.
    _ = try await startEngine(engineCommand + ["--crash-before-install"])
    try await exportDiagnostics(control)
  }

  private func startEngine(
    _ command: [String]
  ) async throws -> (EngineProcess, ControlChannel)? {
    try await action("start the engine") {
      diagnostics.history.starts()
      do {
        let engine = try await EngineProcess.start(
          command, exchangeKey: diagnostics.exchangeKey, log: log.logger)
        diagnostics.history.isHeard()
        log.engineReadyReceived(
          port: engine.port, details: ["catalog": .string(engine.compatibility.rawValue)])
        return (engine, try await ControlChannel.connect(port: engine.port, log: log.logger))
      } catch let error as EngineProcess.StartError {
        diagnostics.history.failedToStart(status: error.status)
        let failure = CatalogError(.ptPROC001)
        log.engineStartFailed(
          error: failure, details: ["exit_status": .integer(Int64(error.status))])
        Screen.show(failure)
        return nil
      }
    }
  }

  private func placeOrder(with orders: OrderClient) async throws {
    try await action("place an order") {
      for attempt in 1...3 {
        // A child operation: it has a span, and keeps the correlation.
        let answer = try await CorrelationContext.withSpan { try await orders.place(contracts: 10) }
        switch answer {
        case .accepted:
          Screen.show("Order placed.")
          try await Self.userTakesTime()
          return log.record(
            .info, component: "user_interface", event: "order_acknowledged",
            message: "The user has seen that the order is placed", attempt: attempt)
        case .rateLimited(let seconds):
          Screen.show(CatalogError(.ptHTTP429))
          try await Task.sleep(for: .seconds(seconds))
        }
      }
    }
  }

  private func resubscribe(_ control: ControlChannel) async throws {
    try await action("reconnect market data") {
      guard let reply = try await control.ask(for: "resubscribe") else { return }
      diagnostics.history.isHeard()
      // Under the correlation that the reply carries: that of this action.
      log.logger.accept(reply) {
        log.record(
          .info, component: "user_interface", event: "market_data_shown",
          message: "The user sees live prices again")
      }
      Screen.show("Market data is live.")
    }
  }

  private func settle(_ control: ControlChannel, _ engine: EngineProcess) async throws {
    try await action("settle positions") {
      // There is no reply: the engine fails over this.
      _ = try await control.ask(for: "settle")
      let status = await engine.waitForExit()
      diagnostics.history.ended(status: status)
      let failure = CatalogError(.ptPROC002)
      log.engineConnectionLost(error: failure, details: ["exit_status": .integer(Int64(status))])
      Screen.show(failure)
    }
  }

  /// The engine is gone: what it knew stands in its log and in the file that it kept.
  private func exportDiagnostics(_ control: ControlChannel) async throws {
    try await action("export diagnostics") {
      let path = try await diagnostics.export(control: control)
      Screen.show("Diagnostics are saved: \(path)")
    }
  }

  private func action<Result>(
    _ name: String, _ body: () async throws -> Result
  ) async throws -> Result {
    try await Self.userTakesTime()
    return try await CorrelationContext.withNew {
      log.record(
        .info, component: "user_interface", event: "action_started",
        message: "The user asks to \(name)")
      return try await body()
    }
  }

  /// People are slower than programs: what the engine has to say of an answer stands before it.
  private static func userTakesTime() async throws {
    try await Task.sleep(for: .milliseconds(50))
  }
}
