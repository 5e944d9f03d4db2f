import CodebookRuntime
import PredictionTraderCatalog

/// What the engine tells without being asked.
enum EngineNews: Sendable {
  /// It is alive.
  case heartbeat
  /// How its connections are.
  case status(EngineStatus)
  /// Prices come in, for the first time on a connection.
  case prices
  /// The past prices that were asked for have come, as far as they do.
  case candles
  /// What the next engine must know if this one ends.
  case carried(LogValue)

  /// What a message tells; `nil` where it is a reply.
  init?(_ message: ControlEnvelope) {
    switch message.type {
    case "heartbeat": self = .heartbeat
    case "prices": self = .prices
    case "candles": self = .candles
    case "carried": self = .carried(message.payload ?? .null)
    case "status":
      guard let status = EngineStatus(message.payload) else { return nil }
      self = .status(status)
    default: return nil
    }
  }
}

/// How the engine's connections are, as the user sees it.
struct EngineStatus: Equatable, Sendable {
  /// `normal`, `limited`, `reconnecting`, `degraded`, `offline` or `suspended`.
  let state: String
  /// Why, by error codes.
  let codes: [String]
  /// Whether orders can be placed.
  let takesOrders: Bool

  /// Why, as the user reads it.
  var reasons: [String] {
    codes.compactMap { ErrorCode(rawValue: $0).map { CatalogError($0).displayText } }
  }

  /// What a payload says; `nil` where it says something else.
  init?(_ payload: LogValue?) {
    guard case .object(let members)? = payload, case .string(let state)? = members["state"],
      case .array(let codes)? = members["codes"], case .string(let orders)? = members["orders"]
    else { return nil }
    self.state = state
    self.codes = codes.compactMap { if case .string(let code) = $0 { code } else { nil } }
    takesOrders = orders == "open"
  }
}
