public import CodebookRuntime

/// Why something was not carried over from an earlier run.
public struct CarriedStateError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, and where.
  public let description: String
}

extension CarriedState {
  /// The same for JSON, as a parent keeps it and hands it to the next run; Python writes and reads
  /// the same members.
  public var value: LogObject {
    [
      "epoch": .integer(epoch), "held": .array(held.map { .object($0.value) }),
      "unknown": .array(unknown.map { .object($0.value) }),
    ]
  }

  /// What a parent kept. Other members than those of `value` are ignored.
  ///
  /// - Throws: `CarriedStateError` where a member is missing, of another type or out of its range.
  public init(_ object: LogObject) throws(CarriedStateError) {
    var held: [Held] = []
    for member in try object.items("held") { held.append(try Held(member)) }
    var unknown: [Unknown] = []
    for member in try object.items("unknown") { unknown.append(try Unknown(member)) }
    self.init(epoch: try object.number("epoch", from: 1), held: held, unknown: unknown)
  }

  /// The same when time has gone by, which a parent measures by its own clock.
  ///
  /// - Parameter elapsed: In milliseconds; 0 or more.
  public func after(milliseconds elapsed: Int64) -> CarriedState {
    let left = held.map {
      Held(
        scope: $0.scope, remainingMS: max($0.remainingMS - max(elapsed, 0), 0),
        strikes: $0.strikes, isParked: $0.isParked)
    }
    return CarriedState(epoch: epoch, held: left.filter(\.isAny), unknown: unknown)
  }
}

extension CarriedState.Held {
  fileprivate var value: LogObject {
    [
      "scope": .string(scope), "remaining_ms": .integer(remainingMS),
      "strikes": .integer(strikes), "parked": .boolean(isParked),
    ]
  }

  fileprivate init(_ object: LogObject) throws(CarriedStateError) {
    guard case .boolean(let isParked)? = object["parked"] else {
      throw CarriedStateError(description: "`parked` is not true or false")
    }
    self.init(
      scope: try object.name("scope"),
      remainingMS: try object.number("remaining_ms", from: 0),
      strikes: try object.number("strikes", from: 0), isParked: isParked)
  }
}

extension CarriedState.Unknown {
  fileprivate var value: LogObject {
    ["scope": .string(scope), "ids": .array(ids.map { .string($0) })]
  }

  fileprivate init(_ object: LogObject) throws(CarriedStateError) {
    guard case .array(let values)? = object["ids"] else {
      throw CarriedStateError(description: "`ids` is not an array")
    }
    var ids: [String] = []
    for case .string(let id) in values { ids.append(id) }
    guard ids.count == values.count else {
      throw CarriedStateError(description: "`ids` holds something other than texts")
    }
    self.init(scope: try object.name("scope"), ids: ids)
  }
}

extension LogObject {
  fileprivate func items(_ name: String) throws(CarriedStateError) -> [LogObject] {
    guard case .array(let values)? = self[name] else {
      throw CarriedStateError(description: "`\(name)` is not an array")
    }
    var items: [LogObject] = []
    for case .object(let item) in values { items.append(item) }
    guard items.count == values.count else {
      throw CarriedStateError(description: "`\(name)` holds something other than objects")
    }
    return items
  }

  fileprivate func name(_ name: String) throws(CarriedStateError) -> String {
    guard case .string(let text)? = self[name] else {
      throw CarriedStateError(description: "`\(name)` is not a text")
    }
    return text
  }

  fileprivate func number(
    _ name: String, from least: Int64
  ) throws(CarriedStateError) -> Int64 {
    guard case .integer(let number)? = self[name], number >= least else {
      throw CarriedStateError(description: "`\(name)` is not an integer of \(least) or more")
    }
    return number
  }
}
