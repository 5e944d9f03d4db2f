internal import Dispatch
package import LogInput
internal import Synchronization

/// Holds logs against a catalog.
///
/// Each thread takes the next block, checks it and delivers what it comes to, which is put together
/// in the order of the logs. So the result is the same for any number of threads, and there are
/// never more blocks in memory than a few for each of them.
package struct LogCheck: Sendable {
  private let catalog: LogCatalog
  private let options: LogCheckOptions

  package init(_ catalog: LogCatalog, _ options: LogCheckOptions = LogCheckOptions()) {
    self.catalog = catalog
    self.options = options
  }

  /// Reads logs to their end, or until that is interrupted.
  package func run(
    _ sources: [LogSource], interrupt: ReadInterrupt? = nil,
    observer: LogCheckObserver = LogCheckObserver()
  ) -> LogCheckResult {
    let queue = BlockQueue(LogReader(sources, limits: options.limits, interrupt: interrupt))
    let sequencer = LogSequencer(catalog, queue.files, options, observer)
    let delivery = OrderedDelivery<LogSequencer, BlockQueue.Checked>(
      to: sequencer, window: options.jobs * 2
    ) { $0.take($1) }
    let counting = options.counts ? LogCounting(catalog) : nil
    let work: @Sendable () -> Void = { [catalog, options] in
      var checker = BlockChecker(catalog, options, counter: counting?.counter)
      while let next = queue.next() { Self.check(next, &checker, delivery) }
      if let summary = checker.summary { counting?.add(summary) }
    }
    let group = DispatchGroup()
    let others = DispatchQueue(label: "codebook.log-check", attributes: .concurrent)
    for _ in 1..<options.jobs { others.async(group: group, execute: work) }
    work()
    group.wait()
    return delivery.withReceiver {
      var result = $0.finish(options, isInterrupted: interrupt?.isRaised ?? false)
      if let summary = $0.summary { counting?.add(summary) }
      result.summary = counting?.summary(with: result, queue.files)
      return result
    }
  }

  private static func check(
    _ next: BlockQueue.Item, _ checker: inout BlockChecker,
    _ delivery: OrderedDelivery<LogSequencer, BlockQueue.Checked>
  ) {
    switch next.reading {
    case .failed(let file, let failure):
      delivery.deliver(.failed(file: file, failure), next.number)
    case .lines(let block, let isStream):
      let outcome = checker.check(block) { findings, isHead in
        delivery.inTurn(next.number) { $0.take(findings, isHead: isHead, of: block) }
      }
      delivery.deliver(
        .block(outcome, isStream: isStream, bytesRead: next.bytesRead), next.number)
    }
  }
}

/// The blocks of logs, for several threads.
final class BlockQueue: Sendable {
  struct Item: Sendable {
    let number: Int
    let reading: LogReading
    let bytesRead: Int
  }

  /// What an item comes to.
  enum Checked {
    case block(BlockOutcome, isStream: Bool, bytesRead: Int)
    case failed(file: Int, LogInputError)
  }

  let files: [LogReader.File]
  private let state: Mutex<(reader: LogReader, number: Int)>

  init(_ reader: sending LogReader) {
    files = reader.files
    state = Mutex((reader, 0))
  }

  /// The next block, which may have to be waited for; `nil` at the end.
  func next() -> Item? {
    state.withLock { state in
      guard let reading = state.reader.next() else { return nil }
      defer { state.number += 1 }
      return Item(number: state.number, reading: reading, bytesRead: state.reader.bytesRead)
    }
  }
}

extension LogSequencer {
  fileprivate mutating func take(_ checked: BlockQueue.Checked) {
    switch checked {
    case .block(let outcome, let isStream, let bytesRead):
      take(outcome, isStream: isStream, bytesRead: bytesRead)
    case .failed(let file, let failure): take(failure, file: file)
    }
  }
}
