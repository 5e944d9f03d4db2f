extension MatrixReport {
  /// A table for documentation.
  var markdown: String {
    let suites = coverage.suites.map { Self.cell($0.name) }
    let header = ["ID", "Scenario"] + suites + steps
    let rule = header.map { _ in "---" }
    let lines = ([header, rule] + coverage.rows.map(cells)).map { cells in
      "| " + cells.joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func cells(_ row: MatrixCoverage.Row) -> [String] {
    let timelines = Self.codes(row.entry.timelines.map(\.name))
    let texts = [Self.code(row.entry.id), Self.cell(row.entry.scenario)]
    let results = row.cells.map(Self.results)
    guard coverage.usesTimelines else { return texts + results + [step(row)] }
    return texts + results + [timelines.isEmpty ? "none" : timelines, step(row)]
  }

  private static func results(_ cell: MatrixCoverage.Cell) -> String {
    let names = codes(cell.functions)
    return names.isEmpty ? "none" : "\(cell.summary)<br>\(names)"
  }

  private func step(_ row: MatrixCoverage.Row) -> String {
    guard row.stepCount > 0 else { return "none" }
    guard runbook.hasStep(row.entry.id) else { return row.steps }
    return "[\(row.steps)](\(Self.target(runbook.path))#\(row.entry.id))"
  }

  private static func codes(_ texts: [String]) -> String {
    texts.map(code).joined(separator: "<br>")
  }

  private static func cell(_ text: String) -> String {
    var output: [UInt8] = []
    MarkdownText.write(text, in: .cell, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private static func code(_ text: String) -> String {
    // The form looks at the line that it stands on.
    var output: [UInt8] = [UInt8(ascii: "|")]
    MarkdownCode.write(text, into: &output)
    return String(decoding: output.dropFirst(), as: UTF8.self)
  }

  /// A path that can stand in a link.
  private static func target(_ path: String) -> String {
    path.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        String(Unicode.Scalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}

extension MatrixReport {
  /// The matrix as members of a JSON object.
  var members: Members {
    [
      ("suites", .array(coverage.suites.map { .string($0.name) })),
      ("rows", .array(coverage.rows.map(object))),
    ]
  }

  private func object(_ row: MatrixCoverage.Row) -> JSONValue {
    .members([
      ("id", .string(row.entry.id)),
      ("scenario", .string(row.entry.scenario)),
      ("holds", coverage.suites.isEmpty ? nil : .bool(row.holds)),
      ("results", .object(row.cells.map { ($0.suite, .array($0.tests.map(Self.object))) })),
      ("timelines", .array(row.entry.timelines.map { .string($0.name) })),
      (
        "runbook",
        row.stepCount == 0 || !runbook.hasStep(row.entry.id)
          ? .null : .string("\(runbook.path)#\(row.entry.id)")
      ),
    ])
  }

  private static func object(_ test: MatrixSuite.Test) -> JSONValue {
    .members([
      ("name", .string(test.name)),
      ("group", .text(test.group)),
      ("outcome", .string(test.outcome.rawValue)),
      ("reason", .text(test.reason)),
      ("file", .string(test.location.file)),
      ("line", test.location.range.map { .integer(Int($0.start.line)) }),
    ])
  }
}
