internal import Redaction
internal import Synchronization

extension RecordLogger {
  /// Hands a record that another process wrote to the sink, byte for byte: what must not be written
  /// is not in it any more.
  ///
  /// - Parameters:
  ///   - line: The record, with its line feed.
  ///   - severity: The severity number of its level.
  func pass(_ line: UnsafeRawBufferPointer, severity: Int) {
    state.withLock { state in
      state.sink.write(line, severity: severity)
      state.unreportedDrops += state.sink.takeDropped()
    }
  }

  /// Writes what a child process wrote: records as they are, texts as `framework_log`.
  ///
  /// - Parameters:
  ///   - name: What the process is called; its texts have it as component and logger.
  ///   - severity: The severity number of texts that tell of no crash.
  func write(_ item: ChildOutputParser.Item, of name: String, severity: Int) {
    switch item {
    case .record(let line, let severity):
      line.withUnsafeBytes { pass($0, severity: severity) }
    case .text(let text):
      var details: LogObject = ["logger": .string(name)]
      if !text.lines.isEmpty {
        details["lines"] = .array(text.lines.map { .string($0) })
      }
      if text.omitted > 0 { details["omitted_lines"] = .integer(Int64(text.omitted)) }
      record(
        .frameworkLog, severity: text.isCrash ? 17 : severity, component: name,
        message: text.message, details: details)
    }
  }

  /// Counts what was left out of what a child process wrote.
  func count(_ finds: RedactionFinds) {
    layout.redactor.add(finds)
  }
}
