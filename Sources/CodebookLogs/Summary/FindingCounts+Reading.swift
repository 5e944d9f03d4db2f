internal import CodebookCore

extension FindingCounts {
  /// Texts of rules, messages and places are far shorter.
  private static let mostBytes = 4096

  init(_ node: SummaryNode) throws(SummaryError) {
    self.init()
    let members = try node.members("groups", "others")
    var read: [(Kind, Group)] = []
    for item in try members["groups"]?.items(atMost: Self.limit) ?? [] {
      read.append(try Self.group(item))
    }
    add(read)
    for (name, count) in try members["others"]?.members() ?? [] {
      guard let severity = Severity(rawValue: name) else { throw count.problem("is no severity") }
      add(others: try count.count(), severity)
    }
    for severity in Severity.allCases {
      let counts = groups.lazy.filter { $0.key.severity == severity }.map(\.value.count)
      guard SummaryCheck.sum(Array(counts) + [others[severity] ?? 0]) != nil else {
        throw node.problem("counts more than 2^53-1")
      }
    }
  }

  private static func group(_ node: SummaryNode) throws(SummaryError) -> (Kind, Group) {
    let members = try node.members("severity", "rule", "message", "count", "first", "last")
    func text(_ name: String) throws(SummaryError) -> String {
      try members[name]?.text(atMost: mostBytes) ?? ""
    }
    guard let severity = Severity(rawValue: try text("severity")) else {
      throw node.problem("has no severity")
    }
    guard let count = try members["count"]?.count(), count > 0,
      let first = members["first"], let last = members["last"]
    else { throw node.problem("counts nothing") }
    let kind = Kind(severity: severity, rule: try text("rule"), message: try text("message"))
    let group = Group(count: count, first: try place(first), last: try place(last))
    guard group.first <= group.last else { throw node.problem("ends before it begins") }
    return (kind, group)
  }

  private static func place(_ node: SummaryNode) throws(SummaryError) -> Place {
    let members = try node.members("source", "line", "column")
    return Place(
      source: try members["source"]?.text(atMost: mostBytes) ?? "",
      line: try members["line"]?.count() ?? 0, column: try members["column"]?.count() ?? 0)
  }
}
