/// What is wrong with the lines of a log: each fault with its first places, and how often it comes.
struct LineFaults: Sendable {
  /// A kind of fault.
  struct Fault: Hashable, Sendable {
    let rule: BundleRule
    let severity: BundleFinding.Severity
    let message: String
  }

  /// Where a fault stands.
  struct Places: Sendable {
    private static let maximumCount = 3

    private(set) var lines: [Int] = []
    private(set) var count = 0

    mutating func add(_ line: Int) {
      count += 1
      if lines.count < Self.maximumCount { lines.append(line) }
    }

    mutating func add(_ other: Places, linesBefore: Int) {
      count += other.count
      lines += other.lines.map { $0 + linesBefore }.prefix(Self.maximumCount - lines.count)
    }
  }

  /// How many kinds of fault are told of: their messages name rules, of which there may be many.
  private static let maximumCount = 50

  private(set) var places: [Fault: Places] = [:]

  mutating func add(_ fault: Fault, line: Int) {
    guard places[fault] != nil || places.count < Self.maximumCount else { return }
    places[fault, default: Places()].add(line)
  }

  mutating func add(_ other: LineFaults, linesBefore: Int) {
    for (fault, found) in other.places {
      guard places[fault] != nil || places.count < Self.maximumCount else { continue }
      places[fault, default: Places()].add(found, linesBefore: linesBefore)
    }
  }

  /// A finding for each kind of fault, in the order of the lines.
  func findings(in member: String) -> [BundleFinding] {
    places.sorted { left, right in
      (left.value.lines[0], left.key.message) < (right.value.lines[0], right.key.message)
    }.map { fault, places in
      BundleFinding(
        fault.rule, fault.message + Self.others(places), member: member, line: places.lines[0],
        severity: fault.severity, fix: fault.rule == .secret ? BundleFix.secret : nil)
    }
  }

  /// Such as `, also in lines 4 and 7 and in 12 more`.
  private static func others(_ places: Places) -> String {
    guard places.count > 1 else { return "" }
    let lines = places.lines.dropFirst().map(String.init)
    let rest = places.count - places.lines.count
    return ", also in line\(lines.count == 1 ? "" : "s") \(lines.joined(separator: " and "))"
      + (rest > 0 ? " and in \(rest) more" : "")
  }
}
