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
    /// The engine crashes; the desktop notices.
    case crash
    /// The user has an engine started at once.
    case restart
    /// Waits for the engine that comes after one that crashed.
    case engine
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
  /// The `base_ms` of the policy for `process.engine`, where it is not the catalog's.
  let restartBaseMS: Int64?

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
    let policies = members["policy"] as? [String: [String: Int64]]
    restartBaseMS = policies?["process.engine"]?["base_ms"]
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
    case "crash": return .crash
    case "restart": return .restart
    case "wait for the engine": return .engine
    case "queues": return .queues
    default: throw Malformed(description: "no step: \(members)")
    }
  }
}
