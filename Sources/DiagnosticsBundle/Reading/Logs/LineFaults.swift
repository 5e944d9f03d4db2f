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

  /// How many kinds of fault of a log are told of, the first ones: their messages name rules, of
  /// which there may be many.
  static let maximumCount = 50

  /// In the order in which the kinds came.
  private(set) var kinds: [(fault: Fault, places: Places)] = []
  private var indices: [Fault: Int] = [:]

  mutating func add(_ fault: Fault, line: Int) {
    kinds[index(of: fault)].places.add(line)
  }

  /// Takes what is wrong with the lines of a block that comes behind. A block has all of its faults:
  /// which of them are among the first ones only the whole log tells.
  mutating func add(_ block: LineFaults, linesBefore: Int) {
    for (fault, places) in block.kinds
    where indices[fault] != nil || kinds.count < Self.maximumCount {
      kinds[index(of: fault)].places.add(places, linesBefore: linesBefore)
    }
  }

  private mutating func index(of fault: Fault) -> Int {
    if let index = indices[fault] { return index }
    indices[fault] = kinds.count
    kinds.append((fault, Places()))
    return kinds.count - 1
  }

  /// A finding for each kind of fault, in the order of the lines.
  func findings(in member: String) -> [BundleFinding] {
    kinds.sorted { left, right in
      (left.places.lines[0], left.fault.message) < (right.places.lines[0], right.fault.message)
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
