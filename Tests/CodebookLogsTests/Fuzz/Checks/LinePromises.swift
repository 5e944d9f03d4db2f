import CodebookCore

@testable import CodebookLogs

/// Lines, one after the other: a quick path calls one clean only if the exact path finds nothing in
/// it and the facts are the same; what is found has a place, and may be shown to anybody.
struct LinePromises {
  /// The paths of one catalog, which remember texts of the lines before.
  private struct Paths {
    var quick: RecordReader
    var exact: ExactPath

    init?(_ catalog: LogCatalog) {
      guard let quick = RecordReader(catalog) else { return nil }
      self.quick = quick
      exact = ExactPath(catalog)
    }
  }

  private static let rules = Set(RuleRegistry.rules.map(\.id))

  private var catalogs = [Paths(.sample), Paths(.other)].compactMap(\.self)

  mutating func check(_ lines: ArraySlice<UInt8>) throws(BrokenPromise) {
    try BrokenPromise.unless(catalogs.count == 2, "a catalog has no quick paths")
    for line in lines.split(separator: 0x0A, omittingEmptySubsequences: false) {
      // Memory of its own: whoever reads behind the line is seen.
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: line.count)
      defer { bytes.deallocate() }
      _ = bytes.initialize(from: line)
      for place in catalogs.indices { try Self.check(UnsafeBufferPointer(bytes), &catalogs[place]) }
    }
  }

  private static func check(
    _ line: UnsafeBufferPointer<UInt8>, _ paths: inout Paths
  ) throws(BrokenPromise) {
    var (canonical, scanned, exact) = (RecordFacts(), RecordFacts(), RecordFacts())
    var facts = RecordFacts()
    var findings: [LineFinding] = []
    let isCanonical = paths.quick.isCanonical(line, &canonical)
    let isScanned = paths.quick.isScanned(line, &scanned)
    let isClean = paths.quick.isClean(line, &facts)
    paths.exact.check(line, &exact, &findings)
    try BrokenPromise.unless(isClean == (isCanonical || isScanned), "clean by one way alone")
    if isClean { try BrokenPromise.unless(facts == exact, "\(facts) is not \(exact)") }
    if isCanonical || isScanned {
      try BrokenPromise.unless(findings.isEmpty, "called clean, and has \(findings)")
      try BrokenPromise.unless(isScanned, "only the canonical path knows it")
    }
    if isCanonical {
      try BrokenPromise.unless(canonical == exact, "\(canonical) is not \(exact)")
    }
    if isScanned { try BrokenPromise.unless(scanned == exact, "\(scanned) is not \(exact)") }
    try check(findings, exact, of: line)
  }

  private static func check(
    _ findings: [LineFinding], _ facts: RecordFacts, of line: UnsafeBufferPointer<UInt8>
  ) throws(BrokenPromise) {
    if !facts.isObject {
      try BrokenPromise.unless(facts == RecordFacts(), "no object, and yet \(facts)")
      try BrokenPromise.unless(!findings.isEmpty, "neither an object nor a finding")
    }
    for finding in findings {
      let (start, end) = (finding.range.lowerBound, finding.range.upperBound)
      try BrokenPromise.unless(start >= 0 && end <= line.count, "no place: \(finding)")
      try BrokenPromise.unless(finding.message.utf8.count < 1024, "too long: \(finding)")
      try BrokenPromise.unless(rules.contains(finding.rule), "no rule: \(finding.rule)")
      try SafeText.check(finding.message)
      try SafeText.check(finding.fix ?? "")
    }
  }
}
