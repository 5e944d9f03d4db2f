import Foundation

/// What the user does in a scenario, read from its file. What the exchange does stands there, too.
struct Scenario {
  /// One thing that the user does, or that happens outside of the engine.
  enum Step {
    /// Waits for a status of the engine, `prices`, `candles`, or `held`: the exchange wants to be left
    /// alone.
    case wait(for: String)
    /// Places orders, all at once; waits for what becomes of them, or does not. Who insists asks the
    /// engine even while order entry is closed, as another program could.
    case place(count: Int, isAwaited: Bool, insists: Bool)
    /// Waits for what becomes of all orders.
    case settle
    /// Cancels the order that was placed first.
    case cancel
    /// Asks what became of orders of which nobody knows.
    case lookUp
    /// Asks the engine for past prices, so many times at once.
    case backfill(count: Int)
    /// Gives the exchange another script, as JSON.
    case exchange(Data)
    /// The machine loses its network, or has it again.
    case path(isUp: Bool)
    /// Restarts the engine.
    case restart
    /// Looks at the engine's queues.
    case queues
    /// Waits until all is well.
    case calm
    /// Does nothing.
    case rest(Duration)
  }

  /// The scenario's ID.
  let id: String
  let steps: [Step]

  /// Why a file holds no scenario.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a file.
  init(path: String) throws {
    let document = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    guard let members = document as? [String: Any], let id = members["scenario"] as? String,
      let steps = members["user"] as? [[String: Any]]
    else { throw Malformed(description: "\(path) has no scenario and user") }
    self.id = id
    self.steps = try steps.map(Self.step)
  }

  private static func step(_ members: [String: Any]) throws -> Step {
    let isAwaited = members["meanwhile"] as? Bool != true
    if let mark = members["await"] as? String { return .wait(for: mark) }
    if let count = members["place"] as? Int {
      let insists = members["insist"] as? Bool == true
      return .place(count: count, isAwaited: isAwaited, insists: insists)
    }
    if let count = members["backfill"] as? Int { return .backfill(count: count) }
    if let time = members["rest_ms"] as? Int { return .rest(.milliseconds(time)) }
    if let path = members["path"] as? String { return .path(isUp: path == "up") }
    if let script = members["exchange"] {
      return .exchange(try JSONSerialization.data(withJSONObject: script))
    }
    switch members["do"] as? String {
    case "settle": return .settle
    case "cancel first": return .cancel
    case "calm": return .calm
    case "look up": return .lookUp
    case "restart": return .restart
    case "queues": return .queues
    default: throw Malformed(description: "no step: \(members)")
    }
  }
}
