package import CodebookRuntime

/// What happens to connections and limiters, and what is expected of them; one of a catalog's
/// `timelines`, as `scenarios.json` has it.
public struct Timeline: Sendable {
  /// Its name; empty where it has none.
  public let name: String

  /// The seed of its draws and of its identifiers.
  public let seed: UInt64

  let steps: [TimelineStep]

  /// Reads a timeline: a JSON object with `steps`, and with `seed` and `name` where it has them.
  ///
  /// - Throws: A `TimelineError` where it is none.
  public init(json: String) throws {
    try self.init(JSONText.object(json, of: "a timeline"))
  }

  package init(_ object: LogObject) throws {
    name = object.text("name") ?? ""
    seed = try Self.seed(object)
    guard case .array(let steps) = object["steps"] else {
      throw TimelineError("a timeline has steps")
    }
    self.steps = try steps.enumerated().map { try TimelineStep($1, number: $0 + 1) }
  }
}

extension Timeline {
  /// The seed that scenarios have which name none.
  private static let usualSeed: UInt64 = 42

  private static func seed(_ object: LogObject) throws -> UInt64 {
    switch object["seed"] {
    case nil: return usualSeed
    case .unsigned(let seed): return seed
    case .integer(let seed) where seed >= 0: return UInt64(seed)
    default: throw TimelineError("a seed is a whole number of 64 bits")
    }
  }
}

/// Something that happens at a time, or that is expected then.
struct TimelineStep: Sendable {
  /// Its place, from 1 on.
  let number: Int
  /// Milliseconds from the beginning.
  let time: Int64
  let members: LogObject

  init(_ value: LogValue, number: Int) throws {
    guard case .object(let members) = value, let time = members.integer("t") else {
      throw TimelineError("step \(number) has no time")
    }
    self.number = number
    self.time = time
    self.members = members
  }

  func error(_ reason: String) -> TimelineError {
    TimelineError("step \(number) (t=\(time)): \(reason)")
  }
}
