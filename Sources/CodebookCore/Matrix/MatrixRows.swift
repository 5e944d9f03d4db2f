/// What the suites show of a matrix: for each row the tests that name it, and what is missing.
package struct MatrixCoverage: Sendable {
  /// What a suite shows of one row.
  package struct Cell: Sendable {
    package let suite: String
    package let tests: [MatrixSuite.Test]

    package func count(_ outcome: TestResult.Outcome) -> Int {
      tests.reduce(0) { $1.outcome == outcome ? $0 + 1 : $0 }
    }

    /// Whether something shows that the row holds, and nothing that it does not.
    package var holds: Bool { count(.passed) > 0 && count(.failed) == 0 }
  }

  package struct Row: Sendable {
    package let entry: ScenarioEntry
    /// One for each suite, in the order of the suites.
    package let cells: [Cell]

    package var holds: Bool { cells.allSatisfy(\.holds) }
  }

  /// Without those rows that are retired, in the catalog's order.
  package let rows: [Row]
  package let suites: [MatrixSuite]
  package let diagnostics: [Diagnostic]
  /// Whether rows have timelines, or are to have some.
  let usesTimelines: Bool

  /// - Parameters:
  ///   - catalog: Whose matrix it is.
  ///   - suites: Their results; may be empty, and then the catalog's own side is looked at.
  ///   - runbook: The page with the steps for people.
  package init(_ catalog: Catalog, suites: [MatrixSuite], runbook: RunbookPage) {
    let names = TestNames(catalog.matrix.map(\.id))
    let named = suites.map { NamedTests($0, names) }
    let rows = catalog.matrix.filter { !$0.isRetired }.map { entry in
      Row(
        entry: entry, cells: named.map { Cell(suite: $0.suite.name, tests: $0.tests(of: entry.id)) }
      )
    }
    let check = MatrixCheck(catalog)
    self.suites = suites
    self.rows = rows
    usesTimelines = catalog.resilience != nil || rows.contains { !$0.entry.timelines.isEmpty }
    diagnostics =
      rows.flatMap { Self.findings($0, check, suites, runbook) }
      + named.flatMap { Self.findings($0, check) }
  }

  private static func findings(
    _ row: Row, _ check: MatrixCheck, _ suites: [MatrixSuite], _ runbook: RunbookPage
  ) -> [Diagnostic] {
    let shown = zip(row.cells, suites).flatMap { check.cell($0, of: row.entry, in: $1) }
    return check.steps(row.entry, runbook) + shown
  }

  private static func findings(_ named: NamedTests, _ check: MatrixCheck) -> [Diagnostic] {
    check.names(named) + named.suite.problems(named.tests.map(\.test))
  }

  /// How many tests name a row.
  package func testCount(of suite: String) -> Int {
    rows.reduce(0) { count, row in
      count + row.cells.reduce(0) { $1.suite == suite ? $0 + $1.tests.count : $0 }
    }
  }
}

/// Those tests of a suite that name a row, or something like one.
struct NamedTests {
  let suite: MatrixSuite
  let tests: [(test: MatrixSuite.Test, ids: [String])]

  init(_ suite: MatrixSuite, _ names: TestNames) {
    self.suite = suite
    tests = suite.tests.compactMap { test in
      let ids = names.ids(in: test.name)
      return ids.isEmpty ? nil : (test, ids)
    }
  }

  func tests(of id: String) -> [MatrixSuite.Test] {
    tests.filter { $0.ids.contains(id) }.map(\.test)
  }
}

/// The page with the runbook's steps, as far as links into it go.
package struct RunbookPage: Sendable {
  /// The path as the user gave it.
  package let path: String
  /// `nil` where there is no such page.
  package let text: String?

  package init(path: String, text: String?) {
    self.path = path
    self.text = text
  }

  func hasStep(_ id: String) -> Bool { text?.contains("<a id=\"\(id)\">") ?? false }
}
