internal import Suggestions

/// The machines that the timelines of a catalog are about.
struct TimelineScopes {
  /// Which machines a word may mean.
  enum Kind: String {
    case connection, limiter

    var plural: String { rawValue + "s" }
  }

  let connections: Set<String>
  /// Each with its lanes.
  let limiters: [String: [String]]

  init(_ section: ResilienceSection) {
    connections = Set(section.connections.map(\.scope))
    limiters = Dictionary(
      section.limiters.map { ($0.scope, $0.lanes.map(\.name)) }, uniquingKeysWith: { one, _ in one }
    )
  }

  func names(_ kind: Kind) -> Set<String> {
    switch kind {
    case .connection: connections
    case .limiter: Set(limiters.keys)
    }
  }

  /// What is wrong with a scope where only one kind can stand; `nil` where nothing is.
  func problem(_ node: Node, _ kind: Kind) -> Finding? {
    guard let scope = node.scalarText else { return nil }
    let known = names(kind)
    guard !known.contains(scope) else { return nil }
    let other: Kind = kind == .connection ? .limiter : .connection
    guard !names(other).contains(scope) else {
      return Finding(
        "`\(scope)` is a \(other.rawValue), and no \(kind.rawValue)", at: node.range,
        fix: known.isEmpty
          ? "declare it under `resilience.\(kind.plural)`" : "one of \(Self.listed(known))")
    }
    return Finding(
      "there is no \(kind.rawValue) `\(scope.shortened)`", at: node.range,
      fix: "declare it under `resilience.\(kind.plural)`",
      suggestion: { Suggestion.phrase(for: scope, among: known) })
  }

  /// The same of a lane of a limiter; nothing where the limiter is wrong already.
  func problem(lane node: Node, of scope: String) -> Finding? {
    guard let lane = node.scalarText, let lanes = limiters[scope], !lanes.contains(lane) else {
      return nil
    }
    return Finding(
      "`\(scope.shortened)` has no lane `\(lane.shortened)`", at: node.range,
      fix: Suggestion.phrase(for: lane, among: lanes) ?? "one of \(Self.listed(Set(lanes)))")
  }

  private static func listed(_ names: Set<String>) -> String {
    names.sorted().map { "`\($0)`" }.joined(separator: ", ")
  }
}

extension Catalog {
  /// The timelines of rows that are in use, each with its row.
  var liveTimelines: [(row: ScenarioEntry, timeline: TimelineEntry)] {
    matrix.filter { !$0.isRetired }.flatMap { row in row.timelines.map { (row, $0) } }
  }
}
