import CodebookRuntime
import PredictionTraderCatalog

/// What the user does in this example, and what comes of it.
struct TradingDay {
  let log: Log
  let engines: EngineLifecycle
  let user: UserActions

  /// All of it.
  func run() async throws {
    guard let engine = try await startEngine() else { return }
    try await engines.marks.next("prices", within: .seconds(20))
    try await placeOrder(with: engine.orders)
    try await resubscribe(engine.control)
    try await settle(engine)
    // An engine that fails before its logging works.
    _ = try await startEngine(["--crash-before-install"])
    try await exportDiagnostics(engine.control)
  }

  private func startEngine(_ arguments: [String] = []) async throws -> EngineLifecycle.Engine? {
    try await user.action("start the engine") { try await engines.start(arguments) }
  }

  /// The exchange refuses it at first. The engine sends it again; the user sees why it takes longer.
  private func placeOrder(with orders: OrderClient) async throws {
    try await user.action("place an order") {
      let id = OrderNumbers.next(in: log)
      try await user.ask(orders, about: id) { await $0.place(id, contracts: 10) }
    }
  }

  private func resubscribe(_ control: ControlChannel) async throws {
    try await user.action("reconnect market data") {
      guard let reply = try await control.ask(for: "resubscribe") else { return }
      for mark in ["prices", "normal"] {
        try await engines.marks.next(mark, within: .seconds(20))
      }
      // Under the correlation that the reply carries: that of this action.
      log.logger.accept(reply) {
        log.record(
          .info, component: "user_interface", event: "market_data_shown",
          message: "The user sees live prices again")
      }
      Screen.show("Market data is live.")
    }
  }

  private func settle(_ engine: EngineLifecycle.Engine) async throws {
    try await user.action("settle positions") {
      // There is no reply: the engine fails over this.
      _ = try await engine.control.ask(for: "settle")
      engines.isLost(engine, status: await engine.process.waitForExit())
    }
  }

  /// The engine is gone: what it knew stands in its log and in the file that it kept.
  private func exportDiagnostics(_ control: ControlChannel) async throws {
    try await user.action("export diagnostics") {
      let path = try await engines.diagnostics.export(control: control, isRunning: false)
      Screen.show("Diagnostics are saved: \(path)")
    }
  }
}
