internal import CodebookCore

/// The findings of one line while they are collected.
struct FindingList {
  private var findings: [LineFinding] = []
  /// Whether the line is no JSON in UTF-8.
  private(set) var hasFaults = false

  var isEmpty: Bool { findings.isEmpty }

  mutating func add(_ fault: LineFault) {
    hasFaults = true
    error(fault.rule, fault.message, at: fault.range, fix: fault.fix)
  }

  /// - Parameter redaction: The redaction rule that knows what stands there, where that is what is
  ///   wrong.
  mutating func error(
    _ rule: String, _ message: String, at range: Range<Int>, fix: String? = nil,
    redaction: String? = nil
  ) {
    add(rule, .error, message, range, fix)
    if let redaction { findings[findings.count - 1].redaction = redaction }
  }

  mutating func warning(
    _ rule: String, _ message: String, at range: Range<Int>, fix: String? = nil
  ) {
    add(rule, .warning, message, range, fix)
  }

  mutating func add(
    _ rule: String, _ severity: Severity, _ message: String, _ range: Range<Int>, _ fix: String?
  ) {
    findings.append(LineFinding(rule: rule, severity: severity, message, at: range, fix: fix))
  }

  /// In the order of places; where several begin at one, in the order in which they were found.
  var sorted: [LineFinding] {
    guard findings.count > 1 else { return findings }
    let order = findings.indices.sorted { left, right in
      let (start, other) = (findings[left].range.lowerBound, findings[right].range.lowerBound)
      return start == other ? left < right : start < other
    }
    return order.map { findings[$0] }
  }
}
