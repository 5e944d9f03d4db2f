import CAllocationCount
import CSpdlogPeer
import CodebookRuntime
import PredictionTraderCatalog

/// What is compared.
enum Ways {
  private static let context = CorrelationContext.new()

  private static func typed(_ log: Log) -> (Int) -> Void {
    { count in
      context.run {
        for attempt in 1...count { log.reconnectScheduled(attempt: attempt, backoffMS: 5000) }
      }
    }
  }

  /// The bytes that our record has.
  private static func line() -> [UInt8] {
    let memory = MemorySink(capacity: 1)
    typed(Log(service: .engine, sink: memory))(1)
    return Array((memory.lines.first ?? "").utf8)
  }

  static func compareWrites(_ report: Comparison, in folder: TemporaryFolder) {
    guard let sink = try? FileSink(path: folder.file("ours.jsonl")) else { return }
    let log = Log(service: .engine, sink: sink)
    let bare = BareFile(folder.file("bare.jsonl"))
    let bytes = line()
    spdlog_peer_open(folder.file("spdlog.jsonl"), 1)
    report.print(
      "one write a record:",
      [
        ("codebook", typed(log)),
        (
          "bare write(2) of the same bytes",
          { count in bytes.withUnsafeBytes { line in for _ in 0..<count { bare.write(line) } } }
        ),
        ("spdlog, flushed for each", { spdlog_peer_run(Int32($0)) }),
      ])
    spdlog_peer_close()
    log.close()
  }

  static func compareBuffered(_ report: Comparison, in folder: TemporaryFolder) {
    guard let sink = try? BufferedFileSink(path: folder.file("buffered.jsonl")) else { return }
    let log = Log(service: .engine, sink: sink)
    spdlog_peer_open(folder.file("spdlog-buffered.jsonl"), 0)
    report.print(
      "buffered:",
      [("codebook", typed(log)), ("spdlog, buffered", { spdlog_peer_run(Int32($0)) })])
    spdlog_peer_close()
    log.close()
  }

  static func writeBuffered(_ records: Int, in folder: TemporaryFolder) {
    guard let sink = try? BufferedFileSink(path: folder.file("buffered.jsonl")) else { return }
    let log = Log(service: .engine, sink: sink)
    typed(log)(records)
    log.close()
  }

  static func measureDisabled(_ report: Comparison) {
    let log = Log(service: .engine, sink: MemorySink(capacity: 1))
    log.setLevel(.error)
    report.print("a level that is switched off:", [("codebook", typed(log))])
  }

  static func countAllocations(in folder: TemporaryFolder) {
    guard let sink = try? FileSink(path: folder.file("counted.jsonl")) else { return }
    let write = typed(Log(service: .engine, sink: sink))
    write(1000)
    let before = allocation_count()
    write(100_000)
    print("allocations in 100,000 records: \(allocation_count() - before)")
  }
}
