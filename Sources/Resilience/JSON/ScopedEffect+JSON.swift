package import CodebookRuntime

extension ScopedEffect {
  /// The effect, with the scope of who wants it.
  package func json(_ description: ResilienceDescription) -> JSONForm {
    let scope = machine.scope(description)
    return .members(
      [("scope", .optional(scope))] + effect.members
        + (effect.record.map { [("correlation", .text($0.correlation.key(scope)))] } ?? []))
  }
}

extension Machine {
  /// The scope; `nil` for the whole itself.
  func scope(_ description: ResilienceDescription) -> String? {
    switch self {
    case .network: nil
    case .connection(let index): description.connections[index].scope
    case .limiter(let index): description.limiters[index].scope
    }
  }
}

extension Correlation {
  /// What a run makes its identifier of.
  func key(_ scope: String?) -> String {
    switch self {
    case .process: "process"
    case .network(let run): "network/\(run)"
    case .connection(let run): "connection/\(scope ?? "")/\(run)"
    case .request(let id): "request/\(scope ?? "")/\(id)"
    }
  }
}

extension Effect {
  fileprivate typealias Members = [(name: String, value: JSONForm)]

  fileprivate var record: TransitionRecord? {
    if case .record(let record) = self { record } else { nil }
  }

  fileprivate var members: Members {
    switch self {
    case .arm(let name, let serial, let due):
      [("effect", .text("arm")), ("serial", .integer(serial)), ("due", .integer(due))]
        + name.members
    case .disarm(let name): [("effect", .text("disarm"))] + name.members
    case .dial(let ticket): Self.of("dial", ticket)
    case .close(let ticket): Self.of("close", ticket)
    case .send(let id, let send, let sends):
      Self.of("send", id) + [("send", .integer(send)), ("sends", .integer(Int64(sends)))]
    case .abort(let id, let send): Self.of("abort", id) + [("send", .integer(send))]
    case .reconcile(let id): Self.of("reconcile", id)
    case .finish(let id, let ending): Self.of("finish", id) + ending.members
    case .record(let record): [("effect", .text("record"))] + record.members
    case .report(let reach): [("effect", .text("report")), ("reach", .text(reach.rawValue))]
    case .parkVenue: [("effect", .text("park_venue"))]
    }
  }

  private static func of(_ name: String, _ ticket: Ticket) -> Members {
    [
      ("effect", .text(name)), ("epoch", .integer(ticket.epoch)),
      ("serial", .integer(ticket.serial)),
    ]
  }

  private static func of(_ name: String, _ id: String) -> Members {
    [("effect", .text(name)), ("id", .text(id))]
  }
}

extension TimerName {
  fileprivate var members: Effect.Members {
    [("kind", .text(kind.rawValue)), ("id", .optional(id)), ("epoch", .integer(epoch))]
  }
}

extension Ending {
  fileprivate var members: Effect.Members {
    [("result", .text(result)), ("reason", .optional(reason))]
  }

  /// The ending in one word.
  package var result: String {
    switch self {
    case .succeeded: "succeeded"
    case .refused: "refused"
    case .throttled: "throttled"
    case .failed: "failed"
    case .unknown: "unknown"
    case .cancelled: "cancelled"
    case .rejected: "rejected"
    }
  }

  private var reason: String? {
    if case .rejected(let reason) = self { reason.rawValue } else { nil }
  }
}

extension TransitionRecord {
  fileprivate var members: Effect.Members {
    [
      ("transition", .text(transition.rawValue)), ("attempt", .optional(attempt)),
      ("backoff_ms", .optional(backoffMS)), ("code", .optional(code)),
      ("stale_epoch", .optional(staleEpoch)), ("reason", .optional(reason?.rawValue)),
    ]
  }
}
