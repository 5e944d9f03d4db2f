import CodebookLogs
import CodebookRuntime
import Foundation
import LogExport
import LogInput
import LogViewer

/// Lines that are shown to a person, and converted for another tool.
struct ShownPromises {
  private let vocabulary = RecordVocabulary(.sample)
  private let filters: [RecordFilter]

  init() {
    filters = Self.conditions.map { conditions in
      var filter = RecordFilter()
      for text in conditions {
        if let condition = try? FieldCondition(text, RecordVocabulary(.sample)) {
          filter.conditions.append(condition)
        } else {
          filter.searches.append(TextSearch(text))
        }
      }
      return filter
    }
  }

  private static let conditions = [
    [], ["level >= WARNING"], ["details.attempt>=3", "order"], ["message ~ é", "exception.type=E"],
  ]

  func check(_ input: ArraySlice<UInt8>) throws(BrokenPromise) {
    guard let head = input.first else { return }
    let lines = Array(input.dropFirst())
    let block = LineBlock(source: 0, file: 0, number: 0, offset: 0, bytes: lines)
    try checkView(of: block, options(head), filters[Int(head >> 6)])
    try Conversion.check(lines, batch: head & 1 == 0 ? 512 : 2)
  }

  private func options(_ head: UInt8) -> ViewOptions {
    var options = ViewOptions()
    options.longLines = [.keep, .wrap, .cut, .wrap][Int(head & 3)]
    options.columns = head & 4 == 0 ? 80 : 20
    options.collapses = head & 8 == 0
    options.explains = head & 16 == 0
    options.fields =
      head & 32 == 0 ? FieldChoice() : FieldChoice(hidden: ["ts"], shown: ["session_id", "a*"])
    return options
  }

  /// Colours alone are added where there are any.
  private func checkView(
    of block: LineBlock, _ options: ViewOptions, _ filter: RecordFilter
  ) throws(BrokenPromise) {
    var colored = options
    colored.hasColor = true
    let text = shown(block, options, filter)
    try SafeText.checkControls(text, mayHaveLines: true)
    try BrokenPromise.unless(
      Self.withoutColors(shown(block, colored, filter)) == text, "colours change \(text)")
    if options.longLines == .cut {
      for line in text.split(separator: "\n") {
        try BrokenPromise.unless(
          VisibleColumns.width(String(line)) <= options.columns, "too wide: \(line)")
      }
    }
  }

  private func shown(
    _ block: LineBlock, _ options: ViewOptions, _ filter: RecordFilter
  ) -> String {
    var viewer = Viewer(vocabulary, options)
    var finder = EntryFinder(filter, timestamps: ["ts"])
    finder.find(in: block) { viewer.show($0) }
    viewer.finishRun()
    return viewer.takeText()
  }

  /// By bytes: a mark that belongs to the letter before it makes one character with a colour's end.
  private static func withoutColors(_ text: String) -> String {
    var kept: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if let color = colors.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(color.count)
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static let colors = ["0", "1", "2", "1;31", "31", "32", "33", "36"].map {
    Array("\u{1B}[\($0)m".utf8)
  }
}

/// Logs as OTLP/JSON.
private enum Conversion {
  static func check(_ lines: [UInt8], batch: Int) throws(BrokenPromise) {
    var export = OTLPExport(.sample, batchSize: batch)
    export.add(lines, source: 0)
    export.finish()
    let output = export.takeOutput()
    var records = 0
    for line in output.split(separator: 0x0A) { records += try check(request: Array(line)) }
    try BrokenPromise.unless(
      records == export.recordCount + export.textCount, "\(records) records are there")
    let written = lines.split(separator: 0x0A).count { line in line.contains { $0 > 0x20 } }
    try BrokenPromise.unless(records == written, "\(records) records of \(written) lines")
  }

  /// How many records there are.
  private static func check(request line: [UInt8]) throws(BrokenPromise) -> Int {
    let text = String(decoding: line, as: UTF8.self)
    try BrokenPromise.unless(text.utf8.elementsEqual(line), "no UTF-8: \(text)")
    guard
      let request = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
      let resources = request["resourceLogs"] as? [[String: Any]]
    else { throw BrokenPromise("no JSON: \(text)") }
    let scopes = resources.flatMap { $0["scopeLogs"] as? [[String: Any]] ?? [] }
    let records = scopes.flatMap { $0["logRecords"] as? [[String: Any]] ?? [] }
    for record in records { try check(record) }
    return records.count
  }

  private static func check(_ record: [String: Any]) throws(BrokenPromise) {
    let attributes = record["attributes"] as? [[String: Any]] ?? []
    let keys = attributes.compactMap { $0["key"] as? String }
    try BrokenPromise.unless(
      Set(keys.map { Array($0.utf8) }).count == attributes.count, "keys stand twice: \(keys)")
  }
}
