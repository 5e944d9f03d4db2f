internal import CodebookRuntime

/// Shows records to people: takes lines of logs in their order, gives lines of text.
///
/// Nothing that stands in a log gets into the text as a character that a terminal obeys.
package struct Viewer {
  /// What is to be written; whoever writes it takes it away.
  package private(set) var text = ""

  private let vocabulary: RecordVocabulary
  private let options: ViewOptions
  private var layout: LineLayout
  private var writer: RecordWriter
  private var marks: TimeMarks
  private var run: RecordRun?
  private var unused: UnusedNames

  /// How wide the terminal is; it may change.
  package var columns: Int {
    get { layout.columns }
    set {
      layout.columns = max(20, newValue)
      writer.layout = layout
    }
  }

  package init(_ vocabulary: RecordVocabulary, _ options: ViewOptions) {
    self.vocabulary = vocabulary
    self.options = options
    layout = LineLayout(
      style: ConsoleStyle(hasColor: options.hasColor), longLines: options.longLines,
      columns: max(20, options.columns))
    writer = RecordWriter(vocabulary, options, layout)
    marks = TimeMarks(options.zone, gap: options.gap)
    unused = UnusedNames(options.fields)
  }

  /// What a person is told of fields that were to be shown or hidden, and that no record had.
  package var notes: [String] { unused.notes(vocabulary) }

  /// Takes a line. What it gives may wait until it is known whether the next one says the same.
  package mutating func show(_ entry: LogEntry) {
    guard let record = ShownRecord(entry, vocabulary) else {
      finishRun()
      layout.write(PlainLine.pieces(entry), indent: 4, to: &text)
      return
    }
    unused.look(at: record)
    if options.collapses, run?.take(record, gap: options.gap) == true { return }
    finishRun()
    run = RecordRun(record)
    if !options.collapses { finishRun() }
  }

  /// Gives what has waited.
  package mutating func finishRun() {
    guard let run else { return }
    self.run = nil
    if let time = run.first.time {
      for mark in marks.marks(before: time, until: run.last.time ?? time) {
        layout.write([LinePiece("── \(mark) ──", .dim)], indent: 0, to: &text)
      }
    }
    writer.write(run, to: &text)
  }

  /// Takes away what is to be written.
  package mutating func takeText() -> String {
    defer { text.removeAll(keepingCapacity: true) }
    return text
  }
}

/// A line that is no record, as it stands.
enum PlainLine {
  static func pieces(_ entry: LogEntry) -> [LinePiece] {
    let line = String(decoding: entry.bytes, as: UTF8.self)
    let shown = TerminalColors.removed(line).replacing("\t", with: "    ")
    let rest = entry.skipped > 0 ? "…[+\(entry.skipped) bytes]" : ""
    return [LinePiece(shown + rest, .dim)]
  }
}
