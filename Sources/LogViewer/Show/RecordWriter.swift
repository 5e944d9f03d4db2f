internal import CodebookRuntime

/// Writes records as lines: one for a record, and below it what has several lines itself.
struct RecordWriter {
  private let vocabulary: RecordVocabulary
  private let options: ViewOptions
  var layout: LineLayout
  private var clock: ZonedClock
  /// What was said of error codes that came already.
  private var explained: [String: String] = [:]

  init(_ vocabulary: RecordVocabulary, _ options: ViewOptions, _ layout: LineLayout) {
    self.vocabulary = vocabulary
    self.options = options
    self.layout = layout
    clock = ZonedClock(options.zone)
  }

  /// Writes a run of records that say the same.
  mutating func write(_ run: RecordRun, to text: inout String) {
    let code = CodeText(run.first, vocabulary)
    let isNew = options.explains && code.map(isNew) == true
    var pairs = self.pairs(of: run)
    // The catalog's sentence is said once, below the line.
    if let code, options.explains, isNew || explained[code.code] == code.message {
      pairs.removeAll { $0.name == CodeText.detail && $0.path != $0.name }
    }
    let tall = pairs.filter { ConsoleValue.isTall($0.value) || Traceback.isOne($0.value) }
    let (pieces, indent) = line(
      of: run, pairs.filter { pair in !tall.contains { $0.path == pair.path } })
    layout.write(pieces, indent: indent, to: &text)
    if let code, isNew {
      explained[code.code] = code.message
      layout.write([LinePiece("    ↳ \(code.sentence)", .dim)], indent: 6, to: &text)
    }
    for pair in tall { write(pair, to: &text) }
  }

  /// Whether a code comes for the first time. What is remembered has a bound, as codes may be
  /// anything.
  private func isNew(_ code: CodeText) -> Bool {
    explained[code.code] == nil && explained.count < 1000
  }

  // MARK: The line

  private mutating func line(
    of run: RecordRun, _ pairs: [ShownRecord.Pair]
  ) -> (pieces: [LinePiece], indent: Int) {
    let record = run.first
    let names = record.names
    var words: [[LinePiece]] = []
    func add(_ text: String, _ look: LinePiece.Look = .plain) {
      if !text.isEmpty { words.append([LinePiece(text, look)]) }
    }
    add(shown(names.timestamp) ? time(of: record) : "", .dim)
    add(Self.padded(shown(names.level) ? record.level : ""), .level(severity: record.severity))
    let indent = words.reduce(0) { $0 + VisibleColumns.width($1[0].text) + 1 }
    add(shown(names.service) ? record.text(names.service) : "", .dim)
    for name in [names.component, names.event] where shown(name) { add(record.text(name)) }
    if shown(names.message) {
      add(record.text(names.message), record.severity >= Self.warning ? .strong : .plain)
    }
    if run.count > 1 { add(run.note, .strong) }
    for pair in pairs { words.append(self.pieces(of: pair, in: run)) }
    add(correlation(of: record), .dim)
    return (Array(words.joined(separator: [LinePiece(" ")])), indent)
  }

  private static let warning = 13

  /// A level's name, filled up so that what follows stands in a column.
  private static func padded(_ level: String) -> String {
    level.isEmpty ? "" : level + String(repeating: " ", count: max(0, 5 - level.count))
  }

  private func shown(_ name: String) -> Bool { options.fields.has(name) }

  private mutating func time(of record: ShownRecord) -> String {
    record.time.map { clock.ofDay($0) } ?? record.text(record.names.timestamp)
  }

  private func correlation(of record: ShownRecord) -> String {
    let name = record.names.correlation
    guard shown(name), !options.fields.asksFor(name) else { return "" }
    return String(record.text(name).prefix(8))
  }

  private func pieces(of pair: ShownRecord.Pair, in run: RecordRun) -> [LinePiece] {
    var value = ConsoleValue.word(pair.value)
    if run.count > 1, let last = run.last.pairs.first(where: { $0.path == pair.path })?.value,
      last != pair.value
    {
      value += "…" + ConsoleValue.word(last)
    }
    let isCode = pair.path == run.first.names.errorCode
    return [
      LinePiece(pair.name + "=", .dim, isName: true), LinePiece(value, isCode ? .alarm : .plain),
    ]
  }

  /// What has no place of its own and is shown.
  private func pairs(of run: RecordRun) -> [ShownRecord.Pair] {
    var pairs = run.first.pairs.filter { options.fields.has($0.name, path: $0.path) }
    let names = run.first.names
    for name in [names.correlation, names.session] where options.fields.asksFor(name) {
      let value = run.first.text(name)
      if !value.isEmpty { pairs.append(.init(name: name, path: name, value: .string(value))) }
    }
    return pairs
  }

  // MARK: Below the line

  private func write(_ pair: ShownRecord.Pair, to text: inout String) {
    if Traceback.isOne(pair.value) {
      for line in Traceback.lines(pair.value, title: "\(pair.name): ") {
        let indent = String(repeating: " ", count: 4 + 2 * line.depth)
        layout.write(
          [LinePiece(indent + line.text, line.isTitle ? .strong : .dim)], indent: indent.count + 4,
          to: &text)
      }
      return
    }
    var block = ""
    ConsoleValue.write(pair.name, pair.value, indent: "    ", to: &block)
    for line in block.split(separator: "\n") {
      layout.write([LinePiece(String(line))], indent: 8, to: &text)
    }
  }
}
