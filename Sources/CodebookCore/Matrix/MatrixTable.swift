/// A matrix as columns for a terminal.
struct MatrixTable {
  private struct Cell {
    var text: String
    /// `nil` where nothing is wrong.
    var severity: Severity?
  }

  private let source: MatrixReport
  private let palette: Palette

  init(_ source: MatrixReport, palette: Palette) {
    self.source = source
    self.palette = palette
  }

  func text(listsTests: Bool) -> String {
    let header =
      ["ID", "Scenario"] + source.coverage.suites.map(\.name) + source.steps
    let rows = source.coverage.rows.map(cells)
    let all = [header.map { Cell(text: VisibleText.of($0)) }] + rows
    let widths = header.indices.map { column in
      all.map { VisibleText.width($0[column].text) }.max() ?? 0
    }
    var text = palette.bold(line(all[0], widths)) + "\n"
    for (row, cells) in zip(source.coverage.rows, rows) {
      text += line(cells, widths) + "\n"
      if listsTests { text += tests(row) }
    }
    return text
  }

  private func cells(_ row: MatrixCoverage.Row) -> [Cell] {
    let suites = row.cells.map { cell in
      Cell(text: cell.summary, severity: cell.holds ? nil : .error)
    }
    let texts = [Cell(text: row.entry.id), Cell(text: VisibleText.of(row.entry.scenario))]
    let steps = Self.counted(row.stepCount, "step")
    guard source.coverage.usesTimelines else { return texts + suites + [steps] }
    return texts + suites + [Self.counted(row.entry.timelines.count, "timeline"), steps]
  }

  /// A number of what a row must have.
  private static func counted(_ number: Int, _ noun: String) -> Cell {
    guard number > 0 else { return Cell(text: "none", severity: .error) }
    return Cell(text: "\(number) \(noun)\(number == 1 ? "" : "s")")
  }

  /// The last column is not filled up.
  private func line(_ cells: [Cell], _ widths: [Int]) -> String {
    let parts = zip(cells, widths).map { cell, width in
      let gap = String(repeating: " ", count: width - VisibleText.width(cell.text))
      return (cell.severity.map { palette.severity($0, cell.text) } ?? cell.text) + gap
    }
    var line = parts.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  private func tests(_ row: MatrixCoverage.Row) -> String {
    row.cells.flatMap { cell in
      cell.tests.map { test in
        let outcome = test.outcome.rawValue
        let reason = test.reason.map { ": \($0)" } ?? ""
        let severity: Severity? = test.outcome == .failed ? .error : nil
        return "  \(VisibleText.of(cell.suite))  "
          + (severity.map { palette.severity($0, outcome) } ?? outcome)
          + (test.outcome == .skipped ? " " : "  ")
          + VisibleText.of("\(test.group) \(test.name)\(reason)") + "\n"
      }
    }.joined()
  }
}
