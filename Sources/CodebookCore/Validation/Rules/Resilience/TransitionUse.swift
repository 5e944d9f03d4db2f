/// An event that a transition is logged as, for those machines that log it so.
struct TransitionUse {
  /// What stands in the records of one machine.
  struct Origin {
    /// Of whom; `nil` for the network.
    let scope: String?
    let component: String
    /// The codes that its records of the transition may have.
    let codes: [String]
  }

  let transition: Transition
  let event: EventEntry
  /// Where the event is named.
  let range: SourceRange
  let origins: [Origin]

  /// All of a catalog; events that it does not declare are left out.
  static func all(in catalog: Catalog) -> [TransitionUse] {
    guard let section = catalog.resilience else { return [] }
    let events = Dictionary(
      catalog.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    func use(_ named: TransitionEvent, _ origins: [Origin]) -> TransitionUse? {
      events[named.event].map {
        TransitionUse(
          transition: named.transition, event: $0, range: named.range, origins: origins)
      }
    }
    let machines = Machine.all(of: section)
    let own = machines.flatMap { machine in
      machine.events.compactMap { named in
        use(named, machine.origin(of: named.transition).map { [$0] } ?? [])
      }
    }
    let common = section.events.compactMap { named in
      use(
        named,
        machines.filter { machine in
          !machine.events.contains { $0.transition == named.transition }
        }.compactMap { $0.origin(of: named.transition) })
    }
    return common + own
  }

  /// A connection, a limiter or the network.
  private struct Machine {
    let scope: String?
    let component: String
    let events: [TransitionEvent]
    let codes: [Transition: [String]]

    /// `nil` where it has no such transition.
    func origin(of transition: Transition) -> Origin? {
      codes[transition].map { Origin(scope: scope, component: component, codes: $0) }
    }

    static func all(of section: ResilienceSection) -> [Machine] {
      let gates = section.connections.filter(\.critical).flatMap {
        [$0.unreachable, $0.interrupted]
      }
      let network = Machine(
        scope: nil, component: section.network.component, events: [],
        codes: [.unreachable: [section.network.error], .reachable: []])
      return [network] + section.connections.map(Machine.init)
        + section.limiters.map { Machine($0, gates: gates) }
    }

    private init(
      scope: String?, component: String, events: [TransitionEvent], codes: [Transition: [String]]
    ) {
      self.scope = scope
      self.component = component
      self.events = events
      self.codes = codes
    }

    private init(_ connection: ConnectionEntry) {
      self.init(
        scope: connection.scope, component: connection.component, events: connection.events,
        codes: [
          .scheduled: [], .live: [], .recovered: [], .stale: [],
          .degraded: connection.drops > 0 ? [connection.interrupted] : [],
          .exhausted: connection.attempts > 0
            ? [connection.unreachable, connection.interrupted] : [],
        ])
    }

    private init(_ limiter: LimiterEntry, gates: [String]) {
      let isGated = limiter.lanes.contains(where: \.gated)
      self.init(
        scope: limiter.scope, component: limiter.component, events: limiter.events,
        codes: [
          .blocked: [limiter.rateLimited], .parked: [limiter.rateLimited], .released: [],
          .stale: [], .retrying: [limiter.failed], .throttled: [limiter.rateLimited],
          .failed: [limiter.failed], .unknown: [limiter.failed],
          .rejected: [limiter.rateLimited] + (isGated ? gates : []),
        ])
    }
  }
}
