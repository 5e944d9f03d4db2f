/// A matrix with its findings, as it is printed.
package struct MatrixReport {
  let coverage: MatrixCoverage
  let report: Report
  let runbook: RunbookPage

  package init(_ coverage: MatrixCoverage, report: Report, runbook: RunbookPage) {
    self.coverage = coverage
    self.report = report
    self.runbook = runbook
  }

  /// The heads of those columns that tell of no results.
  var steps: [String] { coverage.usesTimelines ? ["Timelines", "Runbook"] : ["Runbook"] }

  /// The matrix and what is found, ending with a newline; for code scanning and annotations what
  /// is found alone.
  ///
  /// - Parameters:
  ///   - color: Whether text may hold SGR escape sequences.
  ///   - listsTests: Whether text has each test below its row.
  package func rendered(
    as format: ReportFormat, color: Bool = false, listsTests: Bool = false, toolVersion: String
  ) -> String {
    let found = { report.rendered(as: format, color: color, toolVersion: toolVersion) }
    switch format {
    case .text:
      let table = MatrixTable(self, palette: Palette(isOn: color)).text(listsTests: listsTests)
      return report.diagnostics.isEmpty ? table : table + "\n" + found()
    case .markdown:
      return report.diagnostics.isEmpty ? markdown : markdown + "\n" + found()
    case .json: return JSONReporter.text(report, members: members)
    case .github, .sarif: return found()
    }
  }
}

extension MatrixCoverage.Cell {
  /// Such as `5 passed` or `1 failed, 4 passed`; `none` where no test names the row.
  var summary: String {
    let counts = TestResult.Outcome.allCases.sorted(by: >).compactMap { outcome -> String? in
      let count = count(outcome)
      return count > 0 ? "\(count) \(outcome.rawValue)" : nil
    }
    return counts.isEmpty ? "none" : counts.joined(separator: ", ")
  }

  /// The names of the test functions, each once.
  var functions: [String] {
    var told: Set<String> = []
    return tests.map { TestNames.function($0.name) }.filter { told.insert($0).inserted }
  }
}

extension MatrixCoverage.Row {
  /// How many steps a person takes.
  var stepCount: Int {
    entry.runbook.map { $0.cause.count + $0.check.count + $0.recover.count } ?? 0
  }

  /// Such as `7 steps`; `none` where there is no runbook.
  var steps: String {
    stepCount == 0 ? "none" : stepCount == 1 ? "1 step" : "\(stepCount) steps"
  }
}
