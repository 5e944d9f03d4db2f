internal import CodebookCore
internal import LogInput

/// Checks blocks of lines, one after the other; each thread has its own.
struct BlockChecker {
  private var checker: RecordChecker
  private let rules: Set<String>?
  private let time: TimeWindow
  private let limits: LineLimits
  /// Counts what is known to count; `nil` where nothing is counted.
  private var counter: RecordCounter?
  private let newCounter: RecordCounter?
  private var facts = RecordFacts()
  private var found: [LineFinding] = []

  init(_ catalog: LogCatalog, _ options: LogCheckOptions, counter: RecordCounter? = nil) {
    checker = RecordChecker(catalog)
    rules = options.rules
    time = options.time
    limits = options.limits
    self.counter = counter
    newCounter = counter
  }

  /// What was counted so far, without the heads of blocks.
  var summary: LogSummary? { counter?.summary() }

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
        let size = end - start + block.skipped + (feed == nil ? 0 : 1)
        if keep(spot, size: size, &outcome, &pass) { count(line, size, &pass) }
        if pass.part.findings.isFull {
          whenFull(pass.part.findings, pass.isHead)
          pass.part.findings.removeAll()
        }
        outcome.lines += 1
        start = end + 1
      }
    }
    if pass.isHead { outcome.head = pass.whole } else { outcome.body = pass.part }
    return outcome
  }

  /// Fills `facts` and `found`.
  private mutating func look(
    at line: UnsafeBufferPointer<UInt8>, _ skipped: Int, hasLineFeed: Bool
  ) {
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    guard line.count + skipped <= limits.longest else {
      facts = RecordFacts()
      found.append(.oversized)
      checker.check(text: UnsafeBufferPointer(rebasing: line.prefix(limits.kept)), &found)
      return
    }
    checker.check(line, &facts, &found)
    if !hasLineFeed, !found.contains(where: { $0.rule == LineFinding.tornRule }) {
      found.append(.torn(at: line.count))
    }
  }

  /// Adds what was looked at to the part that it belongs to, if it counts.
  ///
  /// - Returns: Whether it does.
  @inline(__always)
  private mutating func keep(
    _ spot: LineSpot, size: Int, _ outcome: inout BlockOutcome, _ pass: inout Pass
  ) -> Bool {
    if !time.isOpen, facts.time != .min {
      if pass.isHead {
        outcome.head = pass.whole
        pass = Pass(isHead: false)
      }
      pass.isInside = time.contains(facts.time)
      outcome.endsInside = pass.isInside
    }
    guard pass.isInside else { return false }
    pass.part.lines += 1
    pass.part.bytes += size
    if facts.isObject {
      pass.part.records += 1
      pass.part.story.add(facts, line: spot.line)
    }
    if found.isEmpty { return true }
    for finding in found where rules?.contains(finding.rule) ?? true {
      pass.part.findings.add(finding, at: spot)
    }
    return true
  }

  @inline(__always)
  private mutating func count(
    _ line: UnsafeBufferPointer<UInt8>, _ size: Int, _ pass: inout Pass
  ) {
    guard counter != nil else { return }
    let isFaulty = found.contains { $0.severity == .error }
    if pass.isHead {
      if pass.counter == nil { pass.counter = newCounter }
      pass.counter?.add(facts, line, bytes: size, isFaulty: isFaulty)
    } else {
      counter?.add(facts, line, bytes: size, isFaulty: isFaulty)
    }
  }

  /// Where in a block the checker stands.
  private struct Pass {
    var part = BlockPart()
    /// Whether no record has said yet whether lines count.
    var isHead: Bool
    var isInside = true
    /// Counts the head.
    var counter: RecordCounter?

    /// The part with what was counted of it.
    var whole: BlockPart {
      var part = part
      part.summary = counter?.summary()
      return part
    }
  }
}
