import CodebookRuntime
import PredictionTraderCatalog

/// A day on which something goes wrong: what the user does in a scenario, and what comes of it.
actor ScenarioDay {
  /// Far more than anything takes at the scale of tests.
  private static let patience = Duration.seconds(60)

  private let scenario: Scenario
  private let log: Log
  private let engines: EngineLifecycle
  private let supervisor: EngineSupervisor
  private let supervision: Task<Void, Never>
  private let exchange: ExchangeControl
  private let user: UserActions
  private let patience: Duration
  private var engine: EngineLifecycle.Engine
  private var outstanding: [Task<Void, any Error>] = []
  private var firstOrder = ""
  private var unknown: [String] = []

  /// Starts the engine.
  ///
  /// - Parameter scale: By how much the engine's times are divided.
  init(
    _ scenario: Scenario, scale: Int, engines: EngineLifecycle, supervisor: EngineSupervisor,
    exchange: ExchangeControl, user: UserActions
  ) async throws {
    self.scenario = scenario
    self.supervisor = supervisor
    self.engines = engines
    self.exchange = exchange
    self.user = user
    log = user.log
    patience = Self.patience * max(1, 20 / scale)
    (supervision, engine) = try await user.action("start the engine") {
      let supervision = Task { await supervisor.run() }
      return (supervision, try await supervisor.next())
    }
  }

  /// All of it.
  func run() async throws {
    for step in scenario.steps { try await take(step) }
    try await settle()
    try await user.action("export diagnostics") {
      let path = try await engines.diagnostics.export(
        control: engine.control, isRunning: true, supervisor: supervisor)
      Screen.show("Diagnostics are saved: \(path)")
    }
    supervisor.willEnd()
    supervision.cancel()
    await supervision.value
  }

  private func take(_ step: Scenario.Step) async throws {
    switch step {
    case .wait(let mark): try await engines.marks.next(mark, within: patience)
    case .place(let count, let isAwaited, let insists):
      try await place(count, isAwaited: isAwaited, insists: insists)
    case .settle: try await settle()
    case .cancel: try await ask(about: firstOrder, "cancel an order") { await $0.cancel($1) }
    case .calm: try await waitUntilCalm()
    case .lookUp: try await lookUp()
    case .backfill(let count): try await backfill(count)
    case .exchange(let script): try await exchange.change(script)
    case .path(let isUp):
      // No user does this; it has a correlation of its own all the same.
      _ = try await CorrelationContext.withNew { try await ask("path", ["up": .boolean(isUp)]) }
    case .crash: await crash()
    case .restart: try await restart()
    case .engine: engine = try await supervisor.next()
    case .queues: try await lookAtQueues()
    case .rest(let time): try await Task.sleep(for: time)
    }
  }
}

// Orders.
extension ScenarioDay {
  private func place(_ count: Int, isAwaited: Bool, insists: Bool) async throws {
    if !insists, let status = engines.status, !status.takesOrders {
      return try await user.findOrdersClosed(status)
    }
    for _ in 0..<count {
      let id = OrderNumbers.next(in: log)
      if firstOrder.isEmpty { firstOrder = id }
      outstanding.append(
        Task {
          try await self.ask(about: id, "place an order") { await $0.place($1, contracts: 10) }
        })
    }
    if isAwaited { try await settle() }
  }

  private func settle() async throws {
    let tasks = outstanding
    outstanding = []
    for task in tasks { try await task.value }
  }

  private func lookUp() async throws {
    try await settle()
    let ids = unknown
    unknown = []
    for id in ids {
      try await ask(about: id, "see what became of an order") { await $0.lookUp($1) }
    }
  }

  private func ask(
    about id: String, _ name: String,
    _ question: @Sendable (OrderClient, String) async -> OrderClient.Outcome
  ) async throws {
    let orders = engine.orders
    let outcome = try await user.action(name) {
      try await user.ask(orders, about: id) { await question($0, id) }
    }
    if outcome == .unknown { unknown.append(id) }
  }
}

// The engine.
extension ScenarioDay {
  private func ask(_ type: String, _ payload: LogValue? = nil) async throws -> LogValue? {
    guard let reply = try await engine.control.ask(for: type, payload) else {
      throw ControlChannel.NoAnswer()
    }
    return reply.payload
  }

  private func backfill(_ count: Int) async throws {
    _ = try await user.action("see past prices") {
      try await ask("backfill", ["count": .integer(Int64(count))])
    }
  }

  private func waitUntilCalm() async throws {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while engines.status?.state != "normal" {
      if clock.now > end { throw Marks.Missed(description: "waited for calm in vain") }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  private func crash() async {
    engine.process.kill()
    await supervisor.noticesEnd()
  }

  private func restart() async throws {
    engine = try await user.action("start the engine at once") {
      supervisor.restart()
      return try await supervisor.next()
    }
  }

  private func lookAtQueues() async throws {
    try await user.action("see how many orders wait") {
      let queues = try await ask("queues") ?? .null
      log.record(
        .info, component: "user_interface", event: "queues_shown",
        message: "How the engine's queues are", details: ["queues": queues])
    }
  }
}
