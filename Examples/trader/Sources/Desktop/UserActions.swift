import CodebookRuntime
import PredictionTraderCatalog

/// What a user does: each action has a correlation ID of its own (Specification, 1.3).
struct UserActions: Sendable {
  let log: Log

  /// Does something under a correlation of its own.
  func action<Result: Sendable>(
    _ name: String, isolation: isolated (any Actor)? = #isolation,
    _ body: () async throws -> Result
  ) async throws -> Result {
    try await takeTime()
    return try await CorrelationContext.withNew {
      log.record(
        .info, component: "user_interface", event: "action_started",
        message: "The user asks to \(name)")
      return try await body()
    }
  }

  /// Asks for something about an order, shows what became of it, and has it read.
  @discardableResult
  func ask(
    _ orders: OrderClient, about id: String, isolation: isolated (any Actor)? = #isolation,
    _ question: (OrderClient) async -> OrderClient.Outcome
  ) async throws -> OrderClient.Outcome {
    // A child operation: it has a span, and keeps the correlation.
    let outcome = await CorrelationContext.withSpan { await question(orders) }
    Screen.show(outcome.text)
    try await takeTime()
    log.record(
      .info, component: "user_interface", event: "order_acknowledged",
      message: "The user has seen what became of the order",
      details: ["client_order_id": .string(id), "outcome": .string(outcome.text)])
    return outcome
  }

  /// Order entry is closed: nothing is asked, and the user reads why.
  func findOrdersClosed(_ status: EngineStatus) async throws {
    try await action("place an order") {
      Screen.show("Orders are closed. \(status.reasons.joined(separator: " "))")
      log.record(
        .info, component: "user_interface", event: "order_entry_closed",
        message: "The user cannot place orders now")
    }
  }

  /// People are slower than programs: what the engine has to say of an answer stands before it.
  private func takeTime() async throws {
    try await Task.sleep(for: .milliseconds(50))
  }
}

extension OrderClient.Outcome {
  /// What the user reads.
  var text: String {
    switch self {
    case .placed: "Order placed."
    case .cancelled: "Order cancelled."
    case .notPlaced(let code?): "Order not placed. \(CatalogError(code).displayText)"
    case .notPlaced(nil): "Order not placed."
    case .unknown: "Whether the order was placed is not known yet."
    }
  }
}
