internal import CodebookRuntime

/// Finds a record behind one that broke off: two processes wrote to one file, or one was killed.
struct GluedRecord {
  private let opening: [UInt8]
  private let form: RecordForm
  /// Of one line no more places are tried, so that the work is bounded.
  private static let maximumTries = 4

  init(_ catalog: CatalogTables) {
    let name = catalog.description.fields.first?.name ?? ""
    opening = Array("{\"\(name)\":".utf8)
    form = RecordForm(catalog.description)
  }

  /// The bracket with which the next record begins; `nil` where there is none.
  func start(in line: UnsafeBufferPointer<UInt8>, brokenAt place: Int) -> Range<Int>? {
    var tries = 0
    var scanner = RecordScanner()
    var start = 1
    while start <= min(place, line.count - opening.count), tries < Self.maximumTries {
      guard line[start] == opening[0], stands(in: line, at: start) else {
        start += 1
        continue
      }
      let rest = UnsafeBufferPointer(rebasing: line[start...])
      if form.isRecord(rest, &scanner) { return start..<(start + 1) }
      tries += 1
      start += 1
    }
    return nil
  }

  private func stands(in line: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in 0..<opening.count where line[start + index] != opening[index] { return false }
    return true
  }
}
