internal import CodebookRuntime
internal import Redaction

/// What a block of a log gives.
struct ProcessedBlock: Sendable {
  /// What redaction found in a record, and where that record ends.
  struct Find: Sendable {
    let end: Int
    let rule: UInt16
  }

  /// Records, redacted, each with its line feed.
  var bytes: [UInt8] = []
  var records = RecordTally()
  var finds: [Find] = []
  var older = LeftOutLines()
  var notRecords = LeftOutLines()
  var incomplete = LeftOutLines()
}

/// Tells records from other lines, and redacts them.
struct LogBlockProcessor: Sendable {
  let form: RecordForm
  let redactor: Redactor
  let marks: StandingMarks
  let search: SecretSearch
  /// The time before which a record is too old; `nil` where age does not count.
  let oldest: Timestamp?

  func process(_ block: LogBlock) -> ProcessedBlock {
    var result = ProcessedBlock()
    block.bytes.withUnsafeBufferPointer { bytes in
      if let line = block.longLine {
        leaveOut(bytes, bytes: line.bytes, hasLineFeed: line.hasLineFeed, &result)
      } else {
        result.bytes.reserveCapacity(bytes.count + bytes.count / 16 + 1)
        process(bytes, &result)
      }
    }
    return result
  }

  private func process(_ bytes: UnsafeBufferPointer<UInt8>, _ result: inout ProcessedBlock) {
    var scanner = RecordScanner()
    var start = 0
    while start < bytes.count {
      let end = LineFeed.next(in: bytes, from: start)
      let line = UnsafeBufferPointer(rebasing: bytes[start..<(end ?? bytes.count)])
      take(line, hasLineFeed: end != nil, &scanner, &result)
      start = end.map { $0 + 1 } ?? bytes.count
    }
  }

  private func take(
    _ line: UnsafeBufferPointer<UInt8>, hasLineFeed: Bool, _ scanner: inout RecordScanner,
    _ result: inout ProcessedBlock
  ) {
    let count = line.count + (hasLineFeed ? 1 : 0)
    guard form.isRecord(line, &scanner) else {
      return leaveOut(line, bytes: count, hasLineFeed: hasLineFeed, &result)
    }
    if let oldest, let time = form.timestamp(line, scanner), time < oldest {
      return result.older.add(bytes: count)
    }
    var finds = RedactionFinds()
    guard let redacted = redactor.redacted(line, finds: &finds) else {
      append(line, scanner, &result)
      return addFinds(marks.numbers(in: line), &result)
    }
    redacted.withUnsafeBufferPointer { text in
      // More may have gone than a text in it.
      guard form.isRecord(text, &scanner) else {
        return leaveOut(line, bytes: count, hasLineFeed: true, &result)
      }
      append(text, scanner, &result)
      addFinds(finds.ruleNumbers + marks.numbers(in: line), &result)
    }
  }

  /// Counts what was found in the record that was appended last.
  private func addFinds(_ rules: [UInt16], _ result: inout ProcessedBlock) {
    let end = result.bytes.count
    result.finds += rules.map { ProcessedBlock.Find(end: end, rule: $0) }
  }

  private func append(
    _ line: UnsafeBufferPointer<UInt8>, _ scanner: RecordScanner, _ result: inout ProcessedBlock
  ) {
    result.records.add(line, form, scanner)
    result.bytes.append(contentsOf: line)
    result.bytes.append(UInt8(ascii: "\n"))
  }

  private func leaveOut(
    _ line: UnsafeBufferPointer<UInt8>, bytes: Int, hasLineFeed: Bool,
    _ result: inout ProcessedBlock
  ) {
    if hasLineFeed {
      result.notRecords.add(bytes: bytes, head: LeftOutLines.Head(of: line, redactor, search))
    } else {
      result.incomplete.add(bytes: bytes, head: LeftOutLines.Head(of: line, redactor, search))
    }
  }
}
