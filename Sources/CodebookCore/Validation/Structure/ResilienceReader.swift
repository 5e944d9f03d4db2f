/// Makes a section `resilience` of its mapping, defaults filled in.
struct ResilienceReader {
  private let reader: NodeReader

  init(_ reader: NodeReader) {
    self.reader = reader
  }

  func section() -> ResilienceSection {
    let network = NodeReader(reader.node.value("network"))
    return ResilienceSection(
      description: reader.text("description"),
      network: ResilienceNetwork(
        component: network.text("component"), error: network.text("error")),
      events: Self.events(reader),
      connections: reader.entries("connections", Self.connection),
      limiters: reader.entries("limiters", Self.limiter), node: reader.node)
  }

  private static func events(_ reader: NodeReader) -> [TransitionEvent] {
    (reader.node.value("events")?.pairs ?? []).compactMap { pair in
      guard let transition = pair.key.scalarText.flatMap(Transition.init(rawValue:)),
        let event = pair.value.scalarText
      else { return nil }
      return TransitionEvent(transition: transition, event: event, range: pair.value.range)
    }
  }

  private static func connection(_ info: EntryInfo, _ reader: NodeReader) -> ConnectionEntry {
    let degraded = NodeReader(reader.node.value("degraded"))
    let errors = NodeReader(reader.node.value("errors"))
    return ConnectionEntry(
      info: info, component: reader.text("component"),
      critical: reader.boolean("critical") ?? false,
      base: reader.integer("base_ms") ?? 500, cap: reader.integer("cap_ms") ?? 30_000,
      stable: reader.integer("stable_ms") ?? 30_000, dial: reader.integer("dial_ms") ?? 10_000,
      idle: reader.integer("idle_ms") ?? 0, drops: degraded.integer("drops") ?? 0,
      window: degraded.integer("window_ms") ?? 60_000, attempts: reader.integer("attempts") ?? 0,
      probe: reader.integer("probe_ms") ?? 300_000, unreachable: errors.text("unreachable"),
      interrupted: errors.text("interrupted"), events: events(reader))
  }

  private static func limiter(_ info: EntryInfo, _ reader: NodeReader) -> LimiterEntry {
    let budget = NodeReader(reader.node.value("budget"))
    let errors = NodeReader(reader.node.value("errors"))
    let lanes = reader.entries("lanes", lane)
    return LimiterEntry(
      info: info, component: reader.text("component"), venue: reader.optionalText("venue"),
      base: reader.integer("base_ms") ?? 500, cap: reader.integer("cap_ms") ?? 30_000,
      stable: reader.integer("stable_ms") ?? 60_000, attempts: reader.integer("attempts") ?? 4,
      timeout: reader.integer("timeout_ms") ?? 10_000,
      concurrency: reader.integer("concurrency") ?? 4, tokens: budget.integer("tokens") ?? 500,
      throttlingCost: budget.integer("throttling") ?? 5,
      transientCost: budget.integer("transient") ?? 14,
      lanes: lanes.isEmpty ? [defaultLane(at: info.idRange)] : lanes,
      rateLimited: errors.text("rate_limited"), failed: errors.text("failed"),
      events: events(reader))
  }

  private static func lane(_ info: EntryInfo, _ reader: NodeReader) -> LaneEntry {
    LaneEntry(
      name: info.id, nameRange: info.idRange, capacity: reader.integer("capacity") ?? 64,
      share: reader.integer("share") ?? 1, gated: reader.boolean("gated") ?? false)
  }

  private static func defaultLane(at range: SourceRange) -> LaneEntry {
    LaneEntry(name: "requests", nameRange: range, capacity: 64, share: 1, gated: false)
  }
}
