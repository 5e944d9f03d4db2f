internal import CodebookRuntime

/// Reads the members of one record after the other, for the paths that only know what is clean.
///
/// Each function returns `false` where it is not certain that the exact path would find nothing.
struct RecordReader {
  let tables: RecordTables
  /// With its line feed, a line has as many bytes at most.
  let maximumLength = RecordForm.maximumLineLength
  private var times = TimeReader()
  private var sessions = LastUUID()
  var texts: CleanTexts
  var names = OpenNames()
  /// The line, as far as it was read.
  var line: LineReader
  /// A message, or details, that must wait until the event and the code are known.
  var message: LineText?
  var details: LineReader?
  private var readsDetailsAtOnce = false
  /// How many lines that are not canonical came one behind the other.
  var misses = 0

  /// `nil` where the catalog has more than the quick paths know.
  init?(_ catalog: LogCatalog) {
    guard let tables = RecordTables(catalog) else { return nil }
    self.tables = tables
    texts = CleanTexts(tables.redactor, tables.names)
    // Replaced before anything is read.
    line = LineReader(tables.fields.pointee.key.start, count: 0)
  }

  /// - Parameter inOrder: Whether the fields come in the catalog's order.
  mutating func begin(_ line: LineReader, inOrder: Bool) {
    self.line = line
    readsDetailsAtOnce = inOrder && tables.detailsComeLast
    message = nil
    details = nil
    names.removeAll()
  }

  /// Reads the value of a field; the line stands at its first byte.
  ///
  /// There is one `switch` for all kinds: in members of any order, each would be foretold wrongly
  /// by the processor once more.
  @inline(__always)
  mutating func value(of field: UnsafePointer<FieldPlan>, _ facts: inout RecordFacts) -> Bool {
    facts.fields |= field.pointee.bit
    switch field.pointee.kind {
    case .timestamp: return opensText() && read(times.time(&line), to: &facts.time)
    case .correlation: return opensText() && read(line.randomUUID(), to: &facts.correlation)
    case .session: return opensText() && read(sessions.read(&line), to: &facts.session)
    case .span: return opensText() && read(line.span(), to: &facts.span)
    case .name: return readName(of: field, &facts)
    case .message:
      message = line.quotedText()
      return message != nil
    case .text:
      guard let text = line.quotedText() else { return false }
      return texts.isClean(text, as: .value, key: field.pointee.name)
    case .details: return readDetails(&facts)
    case .integer, .number, .boolean, .array, .object:
      return value(field.pointee.kind, under: field.pointee.name, field.pointee)
    case .uncertain: return false
    }
  }

  @inline(__always)
  private mutating func opensText() -> Bool { line.take(UInt8(ascii: "\"")) }

  /// Reads a name; `false` for one that is not listed.
  @inline(__always)
  private mutating func readName(
    of field: UnsafePointer<FieldPlan>, _ facts: inout RecordFacts
  ) -> Bool {
    guard let text = line.quotedText(), let names = field.pointee.names,
      let index = names.pointee.index(of: text)
    else { return false }
    withUnsafeMutableBytes(of: &facts) {
      $0.storeBytes(of: index, toByteOffset: field.pointee.fact, as: Int16.self)
    }
    return true
  }

  @inline(__always)
  private func read<Value>(_ value: Value?, to fact: inout Value) -> Bool {
    guard let value else { return false }
    fact = value
    return true
  }

  /// Reads the details, or skips them until the event is known.
  @inline(__always)
  private mutating func readDetails(_ facts: inout RecordFacts) -> Bool {
    guard line.peek == UInt8(ascii: "{") else { return false }
    if readsDetailsAtOnce {
      let event = facts.event < 0 ? nil : tables.eventPlans + Int(facts.event)
      return detailsObject(of: event, &facts)
    }
    details = line
    return line.skipContainer()
  }
}
