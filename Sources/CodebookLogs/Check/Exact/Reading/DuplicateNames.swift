internal import Redaction

/// Finds names that stand twice in one object.
struct DuplicateNames {
  private let line: UnsafeBufferPointer<UInt8>
  private let nodes: [LineNode]
  private let redactor: Redactor
  private static let maximumFindings = 64

  init(_ line: UnsafeBufferPointer<UInt8>, _ nodes: [LineNode], _ redactor: Redactor) {
    self.line = line
    self.nodes = nodes
    self.redactor = redactor
  }

  func find(_ found: inout FindingList) {
    var count = 0
    for place in nodes.indices where nodes[place].kind == .object {
      for (range, name) in twice(in: place) where count < Self.maximumFindings {
        count += 1
        found.error(
          "log-duplicate-name", "\(QuotedText.of(name, redactor)) stands twice in an object",
          at: range,
          fix: "readers take one value or the other: write one")
      }
    }
  }

  private func twice(in object: Int) -> [(range: Range<Int>, name: [UInt8])] {
    var found: [(range: Range<Int>, name: [UInt8])] = []
    var seen: Set<[UInt8]> = []
    var place = object + 1
    while place < nodes[object].next {
      let node = nodes[place]
      let name = TextContent(line, node.name, hasEscapes: node.nameHasEscapes).bytes
      if !seen.insert(name).inserted { found.append((node.name, name)) }
      place = node.next
    }
    return found
  }
}
