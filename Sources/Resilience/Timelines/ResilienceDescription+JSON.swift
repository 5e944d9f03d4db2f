package import CodebookRuntime

extension ResilienceDescription {
  /// Reads the member `resilience` of `scenarios.json`.
  package init(_ object: LogObject) throws {
    guard let network = object.object("network"), let component = network.text("component"),
      let error = network.text("error")
    else { throw TimelineError("resilience has a network with component and error") }
    self.init(
      network: Network(component: component, error: error),
      events: try Self.events(object),
      connections: try object.objects("connections").map { try ConnectionPolicy($0) },
      limiters: try object.objects("limiters").map { try LimiterPolicy($0) })
  }

  fileprivate static func events(_ object: LogObject) throws -> [Transition: String] {
    var events: [Transition: String] = [:]
    for member in object.object("events")?.members ?? [] {
      guard let transition = Transition(rawValue: member.key),
        case .string(let event) = member.value
      else { throw TimelineError("\(member.key) is no transition with an event") }
      events[transition] = event
    }
    return events
  }
}

extension ConnectionPolicy {
  fileprivate init(_ object: LogObject) throws {
    self.init(
      try object.required("scope"), component: try object.required("component"),
      isCritical: object.flag("critical") ?? false, baseMS: try object.number("base_ms"),
      capMS: try object.number("cap_ms"), stableMS: try object.number("stable_ms"),
      dialMS: try object.number("dial_ms"), idleMS: try object.number("idle_ms"),
      drops: Int(try object.number("drops")), windowMS: try object.number("window_ms"),
      attempts: try object.number("attempts"), probeMS: try object.number("probe_ms"),
      unreachable: try object.required("unreachable"),
      interrupted: try object.required("interrupted"),
      events: try ResilienceDescription.events(object))
  }
}

extension LimiterPolicy {
  fileprivate init(_ object: LogObject) throws {
    self.init(
      try object.required("scope"), component: try object.required("component"),
      venue: object.text("venue"), baseMS: try object.number("base_ms"),
      capMS: try object.number("cap_ms"), stableMS: try object.number("stable_ms"),
      attempts: Int(try object.number("attempts")), timeoutMS: try object.number("timeout_ms"),
      concurrency: Int(try object.number("concurrency")), tokens: try object.number("tokens"),
      throttlingCost: try object.number("throttling_cost"),
      transientCost: try object.number("transient_cost"),
      lanes: try object.objects("lanes").map { try LanePolicy($0) },
      rateLimited: try object.required("rate_limited"), failed: try object.required("failed"),
      events: try ResilienceDescription.events(object))
  }
}

extension LanePolicy {
  fileprivate init(_ object: LogObject) throws {
    self.init(
      try object.required("name"), capacity: Int(try object.number("capacity")),
      share: Int(try object.number("share")), isGated: object.flag("gated") ?? false)
  }
}

extension LogObject {
  fileprivate func required(_ name: String) throws -> String {
    guard let value = text(name) else { throw TimelineError("\(name) is missing") }
    return value
  }

  fileprivate func number(_ name: String) throws -> Int64 {
    guard let value = integer(name) else { throw TimelineError("\(name) is missing") }
    return value
  }
}
