internal import Dispatch
internal import Synchronization

/// Looks at a log that comes in pieces, on all processors; little of it is in memory at any time.
///
/// What it finds is what one thread would find, line after line.
struct LogExamination {
  /// Blocks that may wait, or be looked at, or have one before them that is not done yet.
  private static let maximumCount = 8

  private let examiner: LogExaminer
  private var blocks: LineBlocks
  private var count = 0
  private let reports = OrderedReports()
  private let room = DispatchSemaphore(value: maximumCount)
  private let group = DispatchGroup()

  init(_ examiner: LogExaminer, blockLength: Int = LineBlocks.blockLength) {
    self.examiner = examiner
    blocks = LineBlocks(blockLength: blockLength)
  }

  /// Takes the next piece.
  mutating func feed(_ piece: UnsafeRawBufferPointer) {
    for block in blocks.feed(piece) { start(block) }
  }

  /// What the whole log is.
  mutating func finish() -> LogExaminer.Report {
    for block in blocks.finish() { start(block) }
    group.wait()
    return reports.whole
  }

  private mutating func start(_ block: LineBlocks.Block) {
    room.wait()
    DispatchQueue.global().async(group: group) { [index = count, examiner, reports, room] in
      for _ in 0..<reports.add(examiner.report(of: block), index) { room.signal() }
    }
    count += 1
  }
}

/// Puts the reports of blocks together in the order of the log, in whichever order they come.
private final class OrderedReports: Sendable {
  private struct State {
    var whole = LogExaminer.Report()
    /// How many blocks are in it.
    var count = 0
    /// Reports of blocks behind one that is not done yet.
    var waiting: [Int: LogExaminer.Report] = [:]
  }

  private let state = Mutex(State())

  var whole: LogExaminer.Report { state.withLock { $0.whole } }

  /// Takes a block's report, and gives how many blocks are done with since the last.
  func add(_ report: LogExaminer.Report, _ index: Int) -> Int {
    state.withLock { state in
      let before = state.count
      state.waiting[index] = report
      while let next = state.waiting.removeValue(forKey: state.count) {
        state.whole.add(next)
        state.count += 1
      }
      return state.count - before
    }
  }
}
