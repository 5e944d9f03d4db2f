/// Reads the members of one record after the other, for the paths that only know what is clean.
///
/// Each function returns `false` where it is not certain that the exact path would find nothing.
struct RecordReader {
  let tables: RecordTables
  private var times = TimeReader()
  var texts: CleanTexts
  var names = OpenNames()
  /// The line, as far as it was read.
  var line: LineReader
  /// A message, or details, that must wait until the event and the code are known.
  var message: LineText?
  var details: LineReader?
  private var readsDetailsAtOnce = false

  init(_ tables: RecordTables) {
    self.tables = tables
    texts = CleanTexts(tables.redactor)
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
  @inline(__always)
  mutating func value(of field: FieldPlan, _ facts: inout RecordFacts) -> Bool {
    facts.fields |= field.bit
    switch field.kind {
    case .details: return readDetails(&facts)
    case .integer, .number, .boolean, .array, .object:
      return value(field.kind, under: field.name, field)
    case .uncertain: return false
    default:
      guard line.take(UInt8(ascii: "\"")) else { return false }
      return text(of: field, &facts)
    }
  }

  /// Reads the value of a field that is a text, whose opening quotation mark was read.
  @inline(__always)
  private mutating func text(of field: FieldPlan, _ facts: inout RecordFacts) -> Bool {
    switch field.kind {
    case .timestamp: return read(times.time(&line), to: &facts.time)
    case .correlation: return read(line.randomUUID(), to: &facts.correlation)
    case .session: return read(line.randomUUID(), to: &facts.session)
    case .span: return read(line.span(), to: &facts.span)
    default: break
    }
    guard let text = line.text() else { return false }
    switch field.kind {
    case .level: return read(tables.levels.index(of: text), to: &facts.level)
    case .service: return read(tables.services.index(of: text), to: &facts.service)
    case .component: return read(tables.components.index(of: text), to: &facts.component)
    case .event: return read(tables.events.index(of: text), to: &facts.event)
    case .errorCode: return read(tables.errorCodes.index(of: text), to: &facts.errorCode)
    case .scope: return read(tables.scopes.index(of: text), to: &facts.scope)
    case .message:
      message = text
      return true
    default: return texts.isClean(text, as: .value, key: field.name)
    }
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
      let event = facts.event < 0 ? nil : tables.eventPlans[Int(facts.event)]
      return detailsObject(of: event, &facts)
    }
    details = line
    return line.skipContainer()
  }
}
