/// Named values in a fixed order. No name stands twice.
public struct LogObject: Sendable {
  /// One name with its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let key: String

    /// The value.
    public fileprivate(set) var value: LogValue
  }

  /// The members, in the order in which their names were first given.
  public private(set) var members: [Member]

  /// The places of the names, once there are too many to look through.
  private var places: [ExactText: Int]?

  /// From here on a table is faster than looking through the members.
  private static let tableThreshold = 16

  /// An object without members.
  public init() {
    members = []
  }

  /// An object of pairs; of a name given twice the last value, at the first place.
  public init(_ pairs: some Sequence<(String, LogValue)>) {
    self.init()
    let count = pairs.underestimatedCount
    if count > 0 { members.reserveCapacity(count) }
    for (key, value) in pairs { set(key, to: value) }
  }

  /// The number of members.
  public var count: Int { members.count }

  /// Whether there is no member.
  public var isEmpty: Bool { members.isEmpty }

  /// The value of a name. A new name goes to the end; `nil` takes the member out.
  public subscript(key: String) -> LogValue? {
    get { place(of: key).map { members[$0].value } }
    set {
      if let newValue {
        set(key, to: newValue)
      } else if let place = place(of: key) {
        members.remove(at: place)
        places = members.count < Self.tableThreshold ? nil : table()
      }
    }
  }

  private mutating func set(_ key: String, to value: LogValue) {
    if let place = place(of: key) {
      members[place].value = value
      return
    }
    members.append(Member(key: key, value: value))
    if places != nil {
      places?[ExactText(key)] = members.count - 1
    } else if members.count == Self.tableThreshold {
      places = table()
    }
  }

  private func place(of key: String) -> Int? {
    guard let places else { return members.firstIndex { $0.key.hasSameBytes(as: key) } }
    return places[ExactText(key)]
  }

  private func table() -> [ExactText: Int] {
    var table: [ExactText: Int] = [:]
    table.reserveCapacity(members.count * 2)
    for (place, member) in members.enumerated() { table[ExactText(member.key)] = place }
    return table
  }
}

extension LogObject: Hashable {
  /// Whether both have the same members in the same order.
  public static func == (left: LogObject, right: LogObject) -> Bool {
    left.members == right.members
  }

  /// Hashes the members in their order.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(members)
  }
}

extension LogObject: ExpressibleByDictionaryLiteral {
  /// An object of pairs; of a name given twice the last value, at the first place.
  public init(dictionaryLiteral elements: (String, LogValue)...) {
    self.init(elements)
  }
}

extension LogObject: Sequence {
  /// The members in their order.
  public func makeIterator() -> IndexingIterator<[Member]> {
    members.makeIterator()
  }

  /// The number of members.
  public var underestimatedCount: Int { members.count }
}
