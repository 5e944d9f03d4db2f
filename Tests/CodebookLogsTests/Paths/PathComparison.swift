import Testing

@testable import CodebookLogs

/// Holds what the quick paths say against the exact one.
struct PathComparison {
  private var quick: RecordReader
  private var exact: ExactPath
  private(set) var lines = 0
  /// How many lines a quick path called clean.
  private(set) var clean = (canonical: 0, scanned: 0)

  init(_ catalog: LogCatalog = .sample) throws {
    quick = try #require(RecordReader(catalog))
    exact = ExactPath(catalog)
  }

  /// Looks at a line; what a quick path calls clean, the exact one must.
  mutating func look(at line: [UInt8]) {
    lines += 1
    var facts = (RecordFacts(), RecordFacts())
    // Memory of its own: what reads behind the line meets other bytes.
    let verdicts = line.withUnsafeBufferPointer {
      (quick.isCanonical($0, &facts.0), quick.isScanned($0, &facts.1))
    }
    if verdicts.0 { clean.canonical += 1 }
    if verdicts.1 { clean.scanned += 1 }
    guard verdicts.0 || verdicts.1 else { return }
    let (exact, findings) = exactly(line)
    let text = String(decoding: line, as: UTF8.self)
    if !findings.isEmpty { Issue.record("\(text) has \(findings)") }
    if verdicts.0, facts.0 != exact { Issue.record("\(text)\n\(facts.0)\n\(exact)") }
    if verdicts.1, facts.1 != exact { Issue.record("\(text)\n\(facts.1)\n\(exact)") }
    if !verdicts.1 { Issue.record("only the canonical path knows \(text)") }
  }

  /// What the exact path says.
  mutating func exactly(_ line: [UInt8]) -> (RecordFacts, [LineFinding]) {
    var facts = RecordFacts()
    var findings: [LineFinding] = []
    line.withUnsafeBufferPointer { exact.check($0, &facts, &findings) }
    return (facts, findings)
  }
}
