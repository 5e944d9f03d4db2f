internal import CodebookRuntime

extension ResilienceState {
  /// The state of all, with that of the machines.
  func json(connections: JSONForm, limiters: JSONForm) -> JSONForm {
    .members([
      ("epoch", .integer(epoch)), ("path_down", .boolean(pathIsDown)),
      ("outage", .boolean(hasOutage)), ("outage_run", .integer(outageRun)),
      ("connections", connections), ("limiters", limiters),
    ])
  }

  func connectionsJSON(_ description: ResilienceDescription) -> JSONForm {
    .members(zip(description.connections, connections).map { ($0.scope, $1.json) })
  }

  func limitersJSON(_ description: ResilienceDescription) -> JSONForm {
    .members(zip(description.limiters, limiters).map { ($0.scope, $1.json) })
  }
}

extension ResilienceStatus {
  /// What a user sees.
  package var json: JSONForm {
    .members([
      ("state", .text(condition.rawValue)), ("codes", .list(codes.map { .text($0) })),
      ("orders", .text(ordersAreOpen ? "open" : "gated")),
    ])
  }
}

extension QueueHealth {
  /// How all lanes do, by scope and lane.
  package static func json(_ all: [QueueHealth]) -> JSONForm {
    var scopes: [(name: String, value: [(name: String, value: JSONForm)])] = []
    for lane in all {
      if scopes.last?.name != lane.scope { scopes.append((lane.scope, [])) }
      scopes[scopes.count - 1].value.append((lane.lane, lane.json))
    }
    return .members(scopes.map { ($0.name, .members($0.value)) })
  }

  private var json: JSONForm {
    .members([
      ("depth", .integer(Int64(depth))), ("oldest_wait_ms", .integer(oldestWaitMS)),
      ("flying", .integer(Int64(flying))),
    ])
  }
}

extension ResilienceCounters {
  /// What all have counted, by scope.
  var json: JSONForm {
    .members(
      connections.map { ($0.scope, .members($0.counters.members)) }
        + limiters.map { ($0.scope, .members($0.counters.members)) })
  }
}
