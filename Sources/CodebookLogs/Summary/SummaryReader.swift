internal import CodebookCore
internal import CodebookRuntime

/// Reads summaries, strictly: whoever merges thousands of them sees the one that is not sound.
package struct SummaryReader {
  /// The longest summary that is read; what is written is far shorter.
  package static let mostBytes = 64 << 20

  let names: CountedNames
  private let parser = JSONParser()
  private let indexes: [[String: Int16]]

  package init(_ names: CountedNames) {
    self.names = names
    indexes = CountedNames.Kind.allCases.map { Self.indexes(names.names($0)) }
  }

  package func read(_ bytes: some Collection<UInt8>) throws(SummaryError) -> LogSummary {
    let value: JSONValue
    do throws(JSONParser.SyntaxError) {
      value = try parser.parse(bytes)
    } catch {
      throw SummaryError("is no JSON: \(error.message)")
    }
    let root = SummaryNode(value: value, path: "")
    try checkIdentity(root)
    var summary = LogSummary(names)
    try fill(&summary, root)
    try SummaryCheck.check(summary)
    return summary
  }

  // MARK: Whose it is

  /// Comes before anything else: what another version or catalog has would only be misread.
  private func checkIdentity(_ root: SummaryNode) throws(SummaryError) {
    var members: [String: SummaryNode] = [:]
    for (name, node) in try root.members() { members[name] = node }
    guard let version = members["codebook_log_summary"], let catalog = members["catalog"] else {
      throw SummaryError(
        "is no summary of logs", fix: SummaryError.remedy)
    }
    guard try version.integer() == LogSummary.formVersion else {
      throw version.problem("is a version that this codebook does not know")
    }
    let identity = try catalog.members("product", "version", "digest")
    func text(_ name: String) throws(SummaryError) -> String {
      try identity[name]?.text(atMost: 1024) ?? ""
    }
    guard try text("digest") == names.identity.digest else {
      let (product, version) = (try text("product"), try text("version"))
      throw SummaryError(
        "was made with another catalog: \(product) \(version), not \(names.product) "
          + "\(names.identity.version) as it is here",
        fix: "name that catalog with --catalog FILE, or count these logs again with this one")
    }
  }

  // MARK: What it counted

  private func fill(_ summary: inout LogSummary, _ root: SummaryNode) throws(SummaryError) {
    let members = try root.members(
      "codebook_log_summary", "catalog", "lines", "records", "bytes", "faulty_lines", "time",
      "fields", "details", "event_scopes", "over_time", "findings", "levels", "services",
      "components", "scopes", "events", "codes")
    for (name, node) in members {
      switch name {
      case "lines": summary.lines = try node.count()
      case "records": summary.records = try node.count()
      case "bytes": summary.bytes = try node.count()
      case "faulty_lines": summary.faultyLines = try node.count()
      case "time": try fillTime(&summary, node)
      case "fields": try fillFields(&summary, node)
      case "details": try fillDetails(&summary, node)
      case "event_scopes": try fillPairs(&summary, node)
      case "over_time": summary.overTime = try overTime(node)
      case "findings": summary.findings = try FindingCounts(node)
      default:
        guard let kind = CountedNames.Kind.allCases.first(where: { $0.member == name }) else {
          break
        }
        try fillNames(&summary, kind, node)
      }
    }
  }

  private func fillTime(
    _ summary: inout LogSummary, _ node: SummaryNode
  ) throws(SummaryError) {
    let members = try node.members("without", optional: ["first", "last"])
    summary.timeless = try members["without"]?.count() ?? 0
    guard members.count > 1 else { return }
    func time(_ name: String) throws(SummaryError) -> Int64 {
      guard let node = members[name] else { throw node.problem("has no `\(name)`") }
      guard let time = Timestamp(try node.text(atMost: 64)) else {
        throw node.problem("is no time such as 2026-01-09T18:07:23.412Z")
      }
      return time.milliseconds
    }
    let (first, last) = (try time("first"), try time("last"))
    guard first <= last else { throw node.problem("ends before it begins") }
    summary.times = first...last
  }

  func index(
    _ name: String, _ kind: CountedNames.Kind, _ node: SummaryNode
  ) throws(SummaryError) -> Int16 {
    guard let index = indexes[kind.rawValue][name] else {
      throw node.problem("is not among the catalog's \(kind.member)")
    }
    return index
  }

  private static func indexes(_ names: [String]) -> [String: Int16] {
    Dictionary(
      names.enumerated().map { ($0.element, Int16(clamping: $0.offset)) },
      uniquingKeysWith: { first, _ in first })
  }
}
