internal import CodebookRuntime

/// What records there are.
struct RecordTally: Sendable {
  var count = 0
  var firstAt: Timestamp?
  var lastAt: Timestamp?
  var errors = ErrorTally()

  /// Counts a line that is a record.
  mutating func add(
    _ line: UnsafeBufferPointer<UInt8>, _ form: RecordForm, _ scanner: RecordScanner
  ) {
    count += 1
    let time = form.timestamp(line, scanner)
    if let time {
      firstAt = min(firstAt ?? time, time)
      lastAt = max(lastAt ?? time, time)
    }
    if let code = form.errorCode(line, scanner) {
      errors.add(code, at: time, service: form.service(line, scanner))
    }
  }

  mutating func add(_ other: RecordTally) {
    count += other.count
    firstAt = [firstAt, other.firstAt].compactMap(\.self).min()
    lastAt = [lastAt, other.lastAt].compactMap(\.self).max()
    errors.add(other.errors)
  }
}
