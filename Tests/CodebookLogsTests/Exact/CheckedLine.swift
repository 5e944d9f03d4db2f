import CodebookLogs

/// What the checker says of one line, without its line feed.
struct CheckedLine {
  private(set) var facts = RecordFacts()
  private(set) var findings: [LineFinding] = []

  init(_ line: [UInt8], _ catalog: LogCatalog = .sample) {
    var checker = RecordChecker(catalog)
    self.init(line, &checker)
  }

  init(_ line: String, _ catalog: LogCatalog = .sample) {
    self.init(Array(line.utf8), catalog)
  }

  init(_ line: [UInt8], _ checker: inout RecordChecker) {
    var (facts, findings) = (facts, findings)
    line.withUnsafeBufferPointer { checker.check($0, &facts, &findings) }
    (self.facts, self.findings) = (facts, findings)
  }

  var rules: [String] { findings.map(\.rule) }
}

/// A line in which `«` and `»` stand around the places of findings.
struct MarkedLine {
  let text: String
  /// In the order of their beginnings.
  let ranges: [Range<Int>]

  init(_ marked: String) {
    var text: [Unicode.Scalar] = []
    var bytes = 0
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«": open.append(bytes)
      case "»": ranges.append((open.popLast() ?? 0)..<bytes)
      default:
        text.append(scalar)
        bytes += String(scalar).utf8.count
      }
    }
    self.text = text.reduce(into: "") { $0.unicodeScalars.append($1) }
    self.ranges = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
