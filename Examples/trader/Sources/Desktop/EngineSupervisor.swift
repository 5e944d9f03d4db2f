import CodebookRuntime
import DiagnosticsBundle
import PredictionTraderCatalog
import Resilience
import Synchronization

/// Keeps an engine running: one that ends is followed by the next, as the catalog's policy for
/// `process.engine` says.
final class EngineSupervisor: Sendable {
  private static let scope = "process.engine"

  private let engines: EngineLifecycle
  private let resilience: ResilienceRuntime
  private let isEnding = Atomic(false)
  /// The epoch of what this process itself plans; an engine's own counts engines.
  private let epoch = Atomic<Int64>(1)
  private let arrivals: AsyncStream<EngineLifecycle.Engine>
  private let arrival: AsyncStream<EngineLifecycle.Engine>.Continuation

  /// Nothing runs yet.
  ///
  /// - Parameters:
  ///   - seed: What jitter is drawn with.
  ///   - baseMS: How long the first wait may be, in milliseconds; the catalog's where left out.
  init(_ engines: EngineLifecycle, seed: UInt64, baseMS: Int64?, log: Log) {
    self.engines = engines
    resilience = ResilienceRuntime(Self.policies(baseMS), log: log.logger, seed: seed)
    (arrivals, arrival) = AsyncStream.makeStream(of: EngineLifecycle.Engine.self)
  }

  /// What of the catalog this process keeps; the rest is the engine's.
  private static func policies(_ baseMS: Int64?) -> ResilienceDescription {
    let all = ResilienceDescription.current
    let own = all.connections.filter { $0.scope == scope }
    return ResilienceDescription(
      network: all.network, events: all.events,
      connections: own.map { policy in
        ConnectionPolicy(
          policy.scope, component: policy.component, isCritical: policy.isCritical,
          baseMS: baseMS ?? policy.baseMS, capMS: policy.capMS, stableMS: policy.stableMS,
          dialMS: policy.dialMS, idleMS: policy.idleMS, drops: policy.drops,
          windowMS: policy.windowMS, attempts: policy.attempts, probeMS: policy.probeMS,
          unreachable: policy.unreachable, interrupted: policy.interrupted,
          events: policy.events)
      },
      limiters: [])
  }

  /// Runs engines, one after the other, until the task is cancelled.
  func run() async {
    await resilience.keepConnected(Self.scope) { attempt in try await self.live(attempt) }
  }

  /// The next engine that is there.
  func next() async throws -> EngineLifecycle.Engine {
    for await engine in arrivals { return engine }
    throw ControlChannel.NoAnswer()
  }

  /// Waits until an engine's end is noticed.
  func noticesEnd() async {
    for await status in resilience.statusChanges()
    where status.condition == .reconnecting { return }
  }

  /// Has an engine of a new epoch started at once. Of the one before, whatever was still to happen is
  /// discarded.
  func restart() {
    let epoch = epoch.add(1, ordering: .relaxed).newValue
    resilience.restart(epoch: epoch)
  }

  /// Engines end from now on as they should: when the task that runs them is cancelled.
  func willEnd() {
    isEnding.store(true, ordering: .relaxed)
  }

  /// Gives what was counted, for the bundle.
  var collector: ResilienceCollector { ResilienceCollector("restarts", of: resilience) }

  /// One engine, from its start to its end.
  private func live(_ attempt: ConnectionAttempt) async throws {
    let started = try await engines.start(
      ready: { attempt.opened() }, heard: { attempt.received() })
    // That it does not start is no matter of the network.
    guard let engine = started else { throw ConnectionFailure(.refused) }
    arrival.yield(engine)
    let status = await withTaskCancellationHandler {
      await engine.process.waitForExit()
    } onCancel: {
      // One that is replaced may hang; in the end there is time.
      if isEnding.load(ordering: .relaxed) { engine.process.stop() } else { engine.process.kill() }
    }
    if !Task.isCancelled { engines.isLost(engine, status: status) }
  }
}
