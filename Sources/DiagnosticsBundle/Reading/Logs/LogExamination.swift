internal import Dispatch
internal import Synchronization

/// Looks at a log that comes in pieces, on all processors; little of it is in memory at any time.
final class LogExamination: Sendable {
  private struct State {
    var blocks = LineBlocks()
    var count = 0
    var reports: [Int: LogExaminer.Report] = [:]
  }

  /// Blocks that may wait or be looked at.
  private static let maximumCount = 8

  private let examiner: LogExaminer
  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: maximumCount)
  private let group = DispatchGroup()

  init(_ examiner: LogExaminer) {
    self.examiner = examiner
  }

  /// Takes the next piece.
  func feed(_ piece: UnsafeRawBufferPointer) {
    for block in state.withLock({ $0.blocks.feed(piece) }) { start(block) }
  }

  /// What the whole log is.
  func finish() -> LogExaminer.Report {
    for block in state.withLock({ $0.blocks.finish() }) { start(block) }
    group.wait()
    let reports = state.withLock { $0.reports }
    var whole = LogExaminer.Report()
    for (_, report) in reports.sorted(by: { $0.key < $1.key }) {
      whole.faults.add(report.faults, linesBefore: whole.lines)
      whole.lines += report.lines
      whole.records.add(report.records)
    }
    return whole
  }

  private func start(_ block: LineBlocks.Block) {
    room.wait()
    let index = state.withLock { state in
      state.count += 1
      return state.count
    }
    DispatchQueue.global().async(group: group) {
      let report = self.examiner.report(of: block)
      self.state.withLock { $0.reports[index] = report }
      self.room.signal()
    }
  }
}
