internal import CodebookCore

/// A value of a summary that is being read, and where in it it stands.
struct SummaryNode {
  let value: JSONValue
  /// Such as `events.names.reconnected`; empty for the whole.
  let path: String

  private static let mostPathCharacters = 120

  func problem(_ message: String) -> SummaryError { SummaryError(message, at: path) }

  /// An object's members, each once.
  func members() throws(SummaryError) -> [(name: String, node: SummaryNode)] {
    guard case .object(let members) = value else { throw problem("is no object") }
    var seen: Set<String> = []
    var nodes: [(name: String, node: SummaryNode)] = []
    nodes.reserveCapacity(members.count)
    for (name, value) in members {
      let node = SummaryNode(value: value, path: Self.joined(path, name))
      guard seen.insert(name).inserted else { throw node.problem("stands twice") }
      nodes.append((name, node))
    }
    return nodes
  }

  /// An object that has these members and no others.
  func members(
    _ names: String..., optional: [String] = []
  ) throws(SummaryError) -> [String: SummaryNode] {
    var found: [String: SummaryNode] = [:]
    for (name, node) in try members() {
      guard names.contains(name) || optional.contains(name) else {
        throw node.problem("is nothing that a summary has")
      }
      found[name] = node
    }
    for name in names where found[name] == nil {
      throw SummaryError("is missing", at: Self.joined(path, name))
    }
    return found
  }

  func items(atMost limit: Int) throws(SummaryError) -> [SummaryNode] {
    guard case .array(let items) = value else { throw problem("is no array") }
    guard items.count <= limit else {
      throw problem("has \(items.count) items; a summary has at most \(limit)")
    }
    return items.enumerated().map { SummaryNode(value: $1, path: "\(path)[\($0)]") }
  }

  /// How often something was seen.
  func count() throws(SummaryError) -> Int {
    let count = try integer()
    guard count >= 0 else { throw problem("is less than zero") }
    guard count <= LogSummary.greatestCount else { throw problem("is greater than 2^53-1") }
    return count
  }

  func integer() throws(SummaryError) -> Int {
    guard case .integer(let number) = value else { throw problem("is no integer of 64 bits") }
    return number
  }

  func text(atMost limit: Int) throws(SummaryError) -> String {
    guard case .string(let text) = value else { throw problem("is no text") }
    guard text.utf8.count <= limit else {
      throw problem("has \(text.utf8.count) bytes; a summary has at most \(limit) there")
    }
    return text
  }

  /// Names and how often each was seen.
  func counts(atMost limit: Int) throws(SummaryError) -> [(name: String, count: Int)] {
    let members = try members()
    guard members.count <= limit else {
      throw problem("has \(members.count) members; a summary has at most \(limit) there")
    }
    var counts: [(name: String, count: Int)] = []
    for (name, node) in members { counts.append((name, try node.count())) }
    return counts
  }

  private static func joined(_ path: String, _ name: String) -> String {
    let whole = path.isEmpty ? name : "\(path).\(name)"
    let scalars = whole.unicodeScalars
    guard scalars.count > mostPathCharacters else { return whole }
    return String(String.UnicodeScalarView(scalars.prefix(mostPathCharacters))) + "…"
  }
}

/// What is wrong with a text that was to be a summary.
package struct SummaryError: Error, Hashable, Sendable, CustomStringConvertible {
  package let message: String
  /// Where in the summary; empty where that cannot be said.
  package let path: String
  package let fix: String

  /// How a sound summary is made.
  package static let remedy =
    "make it with `codebook logs stats --partial` or `logs check --summary`: one line for each"

  init(_ message: String, at path: String = "", fix: String = remedy) {
    self.message = message
    self.path = path
    self.fix = fix
  }

  /// In one line that may be shown: names of a summary may be anything.
  package var description: String {
    VisibleText.of(path.isEmpty ? message : "`\(path)` \(message)")
  }
}
