/// Puts finds in order, those that overlap made one.
struct FindMerger {
  private let memory: TableMemory

  init(_ memory: TableMemory) { self.memory = memory }

  /// The limit's is above those of all rules.
  private static let limitPriority: UInt32 = 101

  private func priority(_ rule: Int) -> UInt32 {
    rule < memory.ruleCount ? memory.rules[rule].priority : Self.limitPriority
  }

  /// The label of what becomes one is that of the highest priority.
  func merge(_ finds: inout [Find]) {
    sort(&finds)
    var last = 0
    for place in finds.indices.dropFirst() {
      let find = finds[place]
      let previous = finds[last]
      let isAdjacent =
        find.start == previous.end && find.rule == previous.rule && find.quote == 0
        && previous.quote == 0
      guard find.start < previous.end || isAdjacent else {
        last += 1
        finds[last] = find
        continue
      }
      let end = max(previous.end, find.end)
      let isHigher = priority(find.rule) > priority(previous.rule)
      finds[last] = Find(
        start: previous.start, end: end, rule: isHigher ? find.rule : previous.rule,
        quote: end == previous.end ? previous.quote : 0)
    }
    if !finds.isEmpty { finds.removeSubrange((last + 1)...) }
  }

  /// Nearly in order already; equal ones keep theirs.
  private func sort(_ finds: inout [Find]) {
    guard finds.count > 1 else { return }
    let order = finds.indices.sorted { one, other in
      let (find, next) = (finds[one], finds[other])
      if find.start != next.start { return find.start < next.start }
      if find.end != next.end { return find.end > next.end }
      let (priority, nextPriority) = (self.priority(find.rule), self.priority(next.rule))
      if priority != nextPriority { return priority > nextPriority }
      return find.rule != next.rule ? find.rule < next.rule : one < other
    }
    finds = order.map { finds[$0] }
  }
}
