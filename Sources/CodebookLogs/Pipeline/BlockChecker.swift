internal import LogInput

/// Checks blocks of lines, one after the other; each thread has its own.
struct BlockChecker {
  private var checker: RecordChecker
  private let rules: Set<String>?
  private let time: TimeWindow
  private let limits: LineLimits
  private var facts = RecordFacts()
  private var found: [LineFinding] = []

  init(_ catalog: LogCatalog, _ options: LogCheckOptions) {
    checker = RecordChecker(catalog)
    rules = options.rules
    time = options.time
    limits = options.limits
  }

  /// What a block comes to.
  ///
  /// - Parameter whenFull: Takes the findings of a part where they have become too many to wait;
  ///   they are the head's if the second is true.
  mutating func check(
    _ block: LineBlock, whenFull: (BlockFindings, Bool) -> Void
  ) -> BlockOutcome {
    var outcome = BlockOutcome(block: block)
    var pass = Pass(isHead: !time.isOpen)
    block.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let feed = LineFeed.next(in: bytes, from: start)
        let end = feed ?? bytes.count
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        look(at: line, block.skipped, hasLineFeed: feed != nil)
        let spot = LineSpot(line: outcome.lines, bytes: start..<end)
        keep(spot, size: end - start + block.skipped + (feed == nil ? 0 : 1), &outcome, &pass)
        if pass.part.findings.isFull {
          whenFull(pass.part.findings, pass.isHead)
          pass.part.findings.removeAll()
        }
        outcome.lines += 1
        start = end + 1
      }
    }
    if pass.isHead { outcome.head = pass.part } else { outcome.body = pass.part }
    return outcome
  }

  /// Fills `facts` and `found`.
  private mutating func look(
    at line: UnsafeBufferPointer<UInt8>, _ skipped: Int, hasLineFeed: Bool
  ) {
    found.removeAll(keepingCapacity: true)
    guard line.count + skipped <= limits.longest else {
      facts = RecordFacts()
      found.append(.oversized)
      return
    }
    checker.check(line, &facts, &found)
    if !hasLineFeed, !found.contains(where: { $0.rule == LineFinding.tornRule }) {
      found.append(.torn(at: line.count))
    }
  }

  /// Adds what was looked at to the part that it belongs to, if it counts.
  @inline(__always)
  private mutating func keep(
    _ spot: LineSpot, size: Int, _ outcome: inout BlockOutcome, _ pass: inout Pass
  ) {
    if !time.isOpen, facts.time != .min {
      if pass.isHead {
        outcome.head = pass.part
        pass = Pass(isHead: false)
      }
      pass.isInside = time.contains(facts.time)
      outcome.endsInside = pass.isInside
    }
    guard pass.isInside else { return }
    pass.part.lines += 1
    pass.part.bytes += size
    if facts.isObject {
      pass.part.records += 1
      pass.part.story.add(facts, line: spot.line)
    }
    for finding in found where rules?.contains(finding.rule) ?? true {
      pass.part.findings.add(finding, at: spot)
    }
  }

  /// Where in a block the checker stands.
  private struct Pass {
    var part = BlockPart()
    /// Whether no record has said yet whether lines count.
    var isHead: Bool
    var isInside = true
  }
}
