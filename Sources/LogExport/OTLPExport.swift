package import CodebookLogs
internal import CodebookRuntime

/// Turns logs into OTLP/JSON: one `ExportLogsServiceRequest` a line, as OpenTelemetry's collector
/// reads files.
///
/// Nothing is lost: what has no place of its own in the protocol becomes an attribute, and a line
/// that is no JSON object a log record with the line as its body. What must not be seen stays behind:
/// data that leave for another system are seen by others. The same log gives the same bytes.
package struct OTLPExport {
  /// How many records a request has, where nobody says otherwise.
  package static let defaultBatch = 512

  /// How many bytes the records of a request have together, about: the collector reads lines of up
  /// to 1 MiB, where nobody says otherwise. A greater record stands alone.
  private static let mostBytes = 1_000_000

  /// Log records that were lines with JSON objects.
  package private(set) var recordCount = 0
  /// Log records that were other lines.
  package private(set) var textCount = 0

  private let batchSize: Int
  /// `nil` where lines are taken as they are.
  private var redaction: LineRedaction?
  private var writer: LogRecordWriter
  private var batch = ExportBatch()
  /// The log record that is being made.
  private var record: [UInt8] = []
  private var source: Int?
  private var output: [UInt8] = []

  /// - Parameters:
  ///   - batchSize: How many log records a request has at most.
  ///   - redacts: Whether what must not be seen is left out.
  package init(_ catalog: LogCatalog, batchSize: Int = defaultBatch, redacts: Bool = true) {
    self.batchSize = max(1, batchSize)
    redaction = redacts ? LineRedaction(catalog) : nil
    writer = LogRecordWriter(catalog.description)
  }

  /// Adds whole lines.
  ///
  /// - Parameters:
  ///   - source: Which log they are of; the lines of one log belong together.
  ///   - skipped: How many bytes of the only line are left out.
  package mutating func add(_ lines: [UInt8], source: Int, skipped: Int = 0) {
    if self.source != source { writer.lastTime = 0 }
    self.source = source
    lines.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count, let base = bytes.baseAddress {
        let end = ByteSearch.next(0x0A, in: base, start..<bytes.count) ?? bytes.count
        add(UnsafeBufferPointer(rebasing: bytes[start..<end]), skipped: skipped)
        start = end + 1
      }
    }
  }

  /// Ends the last request.
  package mutating func finish() { batch.take(to: &output) }

  /// What was made since this was last asked for.
  package mutating func takeOutput() -> [UInt8] {
    defer { output.removeAll(keepingCapacity: true) }
    return output
  }

  private mutating func add(_ line: UnsafeBufferPointer<UInt8>, skipped: Int) {
    guard !line.allSatisfy({ $0 <= 0x20 }) else { return }
    guard redaction != nil else { return write(line, skipped: skipped) }
    let shown = skipped > 0 ? LineRedaction.shownLength(ofHead: line) : line.count
    let head = UnsafeBufferPointer(rebasing: line.prefix(shown))
    let skipped = skipped + line.count - shown
    if let redacted = redaction?.redacted(head) {
      redacted.withUnsafeBufferPointer { write($0, skipped: skipped) }
    } else {
      write(head, skipped: skipped)
    }
  }

  private mutating func write(_ line: UnsafeBufferPointer<UInt8>, skipped: Int) {
    record.removeAll(keepingCapacity: true)
    if skipped == 0, let group = writer.write(record: line, to: &record) {
      recordCount += 1
      add(under: group, of: line)
    } else {
      textCount += 1
      writer.write(text: text(of: line, skipped: skipped), to: &record)
      add(under: LogRecordWriter.Group(), of: line)
    }
  }

  /// Puts the record that was made into a request.
  private mutating func add(
    under group: LogRecordWriter.Group, of line: UnsafeBufferPointer<UInt8>
  ) {
    if batch.size + record.count > Self.mostBytes { batch.take(to: &output) }
    batch.add(record, under: group, of: line)
    if batch.count == batchSize { batch.take(to: &output) }
  }

  private func text(of line: UnsafeBufferPointer<UInt8>, skipped: Int) -> String {
    let isCR = line.last == UInt8(ascii: "\r")
    let text = String(
      decoding: isCR ? UnsafeBufferPointer(rebasing: line.dropLast()) : line, as: UTF8.self)
    return skipped == 0 ? text : "\(text)…[+\(skipped) bytes]"
  }
}
