internal import CodebookCore

/// All findings, in groups, in the order of their first ones; bounded, whatever logs hold.
struct FindingTable: Sendable {
  private(set) var groups: [FindingGroup] = []
  /// How many findings of each severity there are, those beyond the bound included.
  private(set) var counts: [Severity: Int] = [:]
  /// How many findings are in no group, since there are too many groups.
  private(set) var ungrouped = 0
  private var places: [FindingKey: Int] = [:]
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  /// Adds findings of one group.
  ///
  /// - Parameter group: Makes the group where it is new; not called where it is known.
  /// - Returns: The group, where it is new.
  @discardableResult
  mutating func add(
    _ finding: LineFinding, count: Int, last: LinePlace, new group: () -> FindingGroup
  ) -> FindingGroup? {
    let key = FindingKey(finding)
    if let place = places[key] {
      groups[place].count += count
      // What is told between records may be decided late.
      if groups[place].last.isBefore(last) { groups[place].last = last }
      counts[groups[place].severity, default: 0] += count
      return nil
    }
    counts[finding.severity, default: 0] += count
    guard groups.count < limit else {
      ungrouped += count
      return nil
    }
    places[key] = groups.count
    groups.append(group())
    return groups.last
  }
}
