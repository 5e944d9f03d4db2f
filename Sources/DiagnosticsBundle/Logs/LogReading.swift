internal import CodebookRuntime
internal import Redaction
#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reads logs into temporary files.
struct LogReading: Sendable {
  let processor: LogBlockProcessor
  let search: SecretSearch
  let maximumBytes: Int

  /// Opens what belongs to a log, and says how much of it is read.
  func open(_ source: LogSource, _ run: BundleRun) throws(BundleError) -> OpenLog {
    let files = LogFiles(of: source.path)
    let window = try LogWindow(files.files, maximumBytes: maximumBytes) { () throws(BundleError) in
      try run.check()
    }
    return OpenLog(window: window, problems: files.problems + window.problems)
  }

  /// Reads a log.
  ///
  /// - Parameter progress: Takes the number of bytes that were read so far.
  func read(
    _ open: OpenLog, progress: (Int) throws(BundleError) -> Void
  ) throws(BundleError) -> ReadLog {
    var reader = LogBlockReader(open.window.segments)
    var spooler = try LogSpooler(search)
    while true {
      let blocks = Self.blocks(from: &reader)
      if blocks.isEmpty { break }
      for block in Parallel.map(blocks, processor.process) { try spooler.take(block) }
      try progress(reader.bytesRead)
    }
    let log = spooler.finish()
    return ReadLog(
      log: log, problems: open.problems + reader.problems,
      skippedBytes: open.window.skippedBytes, older: spooler.older,
      notRecords: spooler.notRecords, incomplete: spooler.incomplete)
  }

  private static func blocks(from reader: inout LogBlockReader) -> [LogBlock] {
    var blocks: [LogBlock] = []
    while blocks.count < parallelBlocks, let block = reader.next() { blocks.append(block) }
    return blocks
  }

  /// More would cost memory, and compressing takes longer anyway.
  private static let parallelBlocks = min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 8) * 2
}

/// A log of which is known what will be read.
struct OpenLog: Sendable {
  let window: LogWindow
  let problems: [LogFiles.Problem]

  var bytes: Int { window.segments.reduce(0) { $0 + $1.range.count } }
}
