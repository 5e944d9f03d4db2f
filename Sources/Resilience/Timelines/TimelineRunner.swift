public import CodebookRuntime

/// Runs timelines by the policies of one description; `docs/resilience-semantics.md`, Timelines.
public final class TimelineRunner {
  /// The policies.
  public let description: ResilienceDescription

  private let log: RunLog?

  /// Takes what runs are made of.
  ///
  /// - Parameters:
  ///   - description: The policies.
  ///   - catalog: What records are written by; without it none are.
  ///   - services: The services of components; the catalog's first where there is none.
  public init(
    description: ResilienceDescription, catalog: CatalogDescription? = nil,
    services: [String: String] = [:]
  ) {
    self.description = description
    log = catalog.map { RunLog(catalog: $0, description: description, services: services) }
  }

  /// Is told of each event that was handled: the run as it is then, and what is to be done.
  package typealias Observer = (TimelineRun, [ScopedEffect]) -> Void

  /// Runs a timeline from its first step to its last.
  ///
  /// - Parameters:
  ///   - timeline: The timeline.
  ///   - epoch: The run of the process in which it begins.
  ///   - carried: What the run before was held to.
  /// - Throws: A `TimelineError` for a step that a timeline cannot have.
  public func run(
    _ timeline: Timeline, epoch: Int64 = 1, carried: CarriedState? = nil
  ) throws -> TimelineRun {
    try run(timeline, epoch: epoch, carried: carried, observer: nil)
  }

  package func run(
    _ timeline: Timeline, epoch: Int64 = 1, carried: CarriedState? = nil, observer: Observer?
  ) throws -> TimelineRun {
    log?.begin(seed: timeline.seed)
    let state = ResilienceState(description: description, epoch: epoch, carried: carried)
    var player = TimelinePlayer(
      description: description, seed: timeline.seed, log: log, state: state, observer: observer)
    try player.play(timeline)
    player.run.lines = log?.lines ?? []
    return player.run
  }
}
