internal import CodebookCore
internal import CodebookRuntime
internal import Redaction

/// Finds all that is wrong with a line, and where.
///
/// It is the truth about a line: the other paths only spare it work.
struct ExactPath {
  private let catalog: CatalogTables
  private let secrets: SecretSearch
  private let redactor: Redactor
  private var reader = NodeReader()
  private var names: NameChecks

  init(_ catalog: LogCatalog) {
    self.catalog = CatalogTables(catalog)
    redactor = Redactor(catalog.description.redaction)
    secrets = SecretSearch(self.catalog, redactor)
    names = NameChecks(self.catalog, redactor)
  }

  // Apart from the quick paths, which must not carry its many values along.
  @inline(never)
  mutating func check(
    _ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts,
    _ findings: inout [LineFinding]
  ) {
    var found = FindingList()
    checkLength(of: line, &found)
    if let start = start(of: line, &found) {
      checkRecord(in: line, from: start, &facts, &found)
    }
    findings += found.sorted
  }

  /// Looks for secrets alone.
  func check(text line: UnsafeBufferPointer<UInt8>, _ findings: inout [LineFinding]) {
    var found = FindingList()
    searchText(line, &found)
    findings += found.sorted
  }

  private func checkLength(of line: UnsafeBufferPointer<UInt8>, _ found: inout FindingList) {
    let limit = RecordForm.maximumLineLength
    guard line.count >= limit else { return }
    found.error(
      "log-oversized-line", "the line has more than \(limit) bytes with its line feed",
      at: (limit - 1)..<line.count)
  }

  /// Where the record begins; `nil` where the line is none.
  private func start(
    of line: UnsafeBufferPointer<UInt8>, _ found: inout FindingList
  ) -> Int? {
    var start = LineStart(line)
    start.read()
    start.faults.forEach { found.add($0) }
    switch start.content {
    case .record(let place): return place
    case .nothing:
      found.warning("log-blank-line", "the line is blank", at: 0..<line.count)
    case .nuls: break
    case .text(let place, let message):
      found.error(
        "log-plain-text", message, at: place,
        fix: "log it through the runtime, or its adapter of the framework")
      searchText(line, &found)
    }
    return nil
  }

  private mutating func checkRecord(
    in line: UnsafeBufferPointer<UInt8>, from start: Int, _ facts: inout RecordFacts,
    _ found: inout FindingList
  ) {
    let isWhole = found.isEmpty || !found.hasFaults
    reader.read(line, from: start)
    if let place = reader.breakPlace {
      addFaults(in: line, brokenAt: place, &found)
      searchText(line, &found)
      return
    }
    reader.faults.forEach { found.add($0) }
    let record = RecordNodes(line, reader.nodes, catalog)
    DuplicateNames(line, reader.nodes, redactor).find(&found)
    var told = RecordFacts()
    told.isObject = true
    FieldChecks(record, catalog).check(&names, &told, &found)
    EventChecks(record, catalog, redactor).check(&told, &found)
    OriginCheck(record, catalog).check(told, &found)
    InvalidArguments(record, redactor).find(&found)
    var secret: [SecretFind] = []
    secrets.search(record, &secret)
    secret.forEach { found.add($0) }
    if isWhole, reader.faults.isEmpty { facts = told }
  }

  private func searchText(
    _ line: UnsafeBufferPointer<UInt8>, _ found: inout FindingList
  ) {
    var secret: [SecretFind] = []
    secrets.search(text: line, &secret)
    secret.forEach { found.add($0) }
  }

  /// Tells what reading had to end at: one record in another, where that is what it looks like.
  private func addFaults(
    in line: UnsafeBufferPointer<UInt8>, brokenAt place: Int, _ found: inout FindingList
  ) {
    guard let torn = GluedRecord(catalog).start(in: line, brokenAt: place) else {
      return reader.faults.forEach { found.add($0) }
    }
    reader.faults.dropLast().forEach { found.add($0) }
    found.error(
      "log-torn-line", "the next record begins before this one and its line end", at: torn)
  }
}
