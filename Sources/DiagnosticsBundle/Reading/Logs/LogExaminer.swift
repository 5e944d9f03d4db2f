internal import CodebookRuntime
internal import Redaction

/// Looks at the lines of a log: whether each is a record, and whether anything stands in one that is
/// never written.
struct LogExaminer: Sendable {
  /// What the lines of a block, or of a log, are.
  struct Report: Sendable {
    var lines = 0
    var records = RecordTally()
    var faults = LineFaults()

    /// Takes what the lines behind these are.
    mutating func add(_ block: Report) {
      faults.add(block.faults, linesBefore: lines)
      lines += block.lines
      records.add(block.records)
    }
  }

  private let redactor: Redactor
  /// What records are; `nil` where no catalog says so.
  private let form: RecordForm?
  private let names: RecordNames?

  private static let notARecord = LineFaults.Fault(
    rule: .record, severity: .error, message: "it is no record")
  private static let unfinished = LineFaults.Fault(
    rule: .record, severity: .error, message: "no line feed ends it")

  init(_ redactor: Redactor, catalog: CatalogDescription?) {
    self.redactor = redactor
    form = catalog.map(RecordForm.init)
    names = catalog.map(RecordNames.init)
  }

  func report(of block: LineBlocks.Block) -> Report {
    var report = Report()
    switch block {
    case .longLine(let hasLineFeed): tellOfLongLine(hasLineFeed: hasLineFeed, &report)
    case .lines(let bytes): bytes.withUnsafeBufferPointer { look(atLines: $0, &report) }
    }
    return report
  }

  private func look(atLines bytes: UnsafeBufferPointer<UInt8>, _ report: inout Report) {
    var scanner = RecordScanner()
    var start = 0
    while start < bytes.count {
      let end = LineFeed.next(in: bytes, from: start)
      let line = UnsafeBufferPointer(rebasing: bytes[start..<(end ?? bytes.count)])
      if line.count > LineBlocks.longestLine {
        tellOfLongLine(hasLineFeed: end != nil, &report)
      } else {
        count(hasLineFeed: end != nil, &report)
        look(at: line, &scanner, &report)
      }
      start += line.count + 1
    }
  }

  private func count(hasLineFeed: Bool, _ report: inout Report) {
    report.lines += 1
    if !hasLineFeed { report.faults.add(Self.unfinished, line: report.lines) }
  }

  /// The same for a line that happened to come whole as for one that did not.
  private func tellOfLongLine(hasLineFeed: Bool, _ report: inout Report) {
    count(hasLineFeed: hasLineFeed, &report)
    report.faults.add(Self.notARecord, line: report.lines)
  }

  private func look(
    at line: UnsafeBufferPointer<UInt8>, _ scanner: inout RecordScanner, _ report: inout Report
  ) {
    if isRecord(line, &scanner) {
      if let form { report.records.add(line, form, scanner) }
      names?.check(line, scanner.members) { report.faults.add($0, line: report.lines) }
    } else {
      report.faults.add(Self.notARecord, line: report.lines)
    }
    var finds = RedactionFinds()
    guard redactor.redacted(line, finds: &finds) != nil else { return }
    report.faults.add(
      LineFaults.Fault(
        rule: .secret, severity: .error, message: SecretFinds.message(finds, redactor)),
      line: report.lines)
  }

  private func isRecord(
    _ line: UnsafeBufferPointer<UInt8>, _ scanner: inout RecordScanner
  ) -> Bool {
    if let form { return form.isRecord(line, &scanner) }
    guard line.count < RecordForm.maximumLineLength else { return false }
    do throws(RecordScanner.Fault) { try scanner.scan(line) } catch { return false }
    return true
  }
}

/// What is told of what must not be there: the rules, never the text.
enum SecretFinds {
  static func message(_ finds: RedactionFinds, _ redactor: Redactor) -> String {
    let rules = Set(finds.ruleNumbers.map { redactor.id(of: Int($0)) }).sorted()
    return "it holds what is never written: "
      + (rules.isEmpty ? "limit" : rules.joined(separator: ", "))
  }
}
