internal import Suggestions

/// Finds what a matrix lacks.
struct MatrixCheck {
  /// How many notes tell of tests one by one.
  private static let mostNotes = 5

  private let catalog: Catalog
  private let ids: Set<String>

  init(_ catalog: Catalog) {
    self.catalog = catalog
    ids = Set(catalog.matrix.filter { !$0.isRetired }.map(\.id))
  }

  /// What the catalog and its runbook lack for a row.
  func steps(_ entry: ScenarioEntry, _ page: RunbookPage) -> [Diagnostic] {
    var missing: [String] = []
    // Without policies there is nothing that could be run on a virtual clock.
    if entry.timelines.isEmpty, catalog.resilience != nil { missing.append("timelines") }
    if entry.runbook == nil { missing.append("runbook") }
    var found: [Diagnostic] = []
    if !missing.isEmpty {
      found.append(
        finding(
          "matrix-row-incomplete", "`\(entry.id)` has no \(missing.joined(separator: " and no "))",
          entry, fix: "add `\(missing.joined(separator: "` and `"))` below `matrix.\(entry.id)`"))
    }
    if entry.runbook != nil, !page.hasStep(entry.id) {
      found.append(
        finding(
          "matrix-row-incomplete", "\(page.path) has no step `\(entry.id)`", entry,
          fix: page.text == nil
            ? "codebook generate, or name the page with --runbook FILE" : "codebook generate"))
    }
    return found
  }

  /// What a suite does not show of a row.
  func cell(
    _ cell: MatrixCoverage.Cell, of entry: ScenarioEntry, in suite: MatrixSuite
  ) -> [Diagnostic] {
    if cell.count(.failed) > 0 { return [failed(cell, entry)] }
    if cell.count(.passed) > 0 { return [] }
    return [cell.tests.isEmpty ? untested(entry, suite) : skipped(cell, entry)]
  }

  private func failed(_ cell: MatrixCoverage.Cell, _ entry: ScenarioEntry) -> Diagnostic {
    let failed = cell.tests.filter { $0.outcome == .failed }
    let count = failed.count == 1 ? "a test" : "\(failed.count) tests"
    return finding(
      "matrix-row-failed", "\(count) of `\(entry.id)` failed in \(cell.suite)", entry,
      notes: notes(failed))
  }

  private func skipped(_ cell: MatrixCoverage.Cell, _ entry: ScenarioEntry) -> Diagnostic {
    finding(
      "matrix-row-skipped", "no test of `\(entry.id)` ran to its end in \(cell.suite)", entry,
      notes: notes(cell.tests))
  }

  private func untested(_ entry: ScenarioEntry, _ suite: MatrixSuite) -> Diagnostic {
    let near = suite.tests.filter { TestNames.comesNear($0.name, entry.id) }
    let word = entry.id.replacing("-", with: "_")
    return finding(
      "matrix-row-untested", "no test of \(suite.name) names `\(entry.id)`", entry,
      notes: near.prefix(Self.mostNotes).map {
        Diagnostic.Note("`\($0.name)` does not have it as words of its own", at: $0.location)
      }, fix: "name a test after it: `\(word)_…` or `test_\(word)_…`")
  }

  /// Tests that name what the matrix does not have, or more than one row.
  func names(_ named: NamedTests) -> [Diagnostic] {
    var told: Set<String> = []
    return named.tests.flatMap { test, found -> [Diagnostic] in
      // Each set of arguments is a test of its own.
      let function = "\(test.group) \(TestNames.function(test.name))"
      guard told.insert(function).inserted else { return [] }
      return found.filter { !ids.contains($0) }.map { unknown($0, test) }
        + (found.count > 1 ? [ambiguous(found, test)] : [])
    }
  }

  private func unknown(_ id: String, _ test: MatrixSuite.Test) -> Diagnostic {
    let isRetired = catalog.matrix.contains { $0.id == id }
    let suggestion = Suggestion.phrase(for: id, among: ids)
    return Diagnostic(
      rule: "matrix-unknown-id",
      "`\(test.name)` names `\(id)`, "
        + (isRetired ? "which is retired" : "which the matrix does not have"),
      at: test.location, fix: isRetired ? nil : suggestion)
  }

  private func ambiguous(_ ids: [String], _ test: MatrixSuite.Test) -> Diagnostic {
    let isRepeated = Set(ids).count == 1
    let list = isRepeated ? "`\(ids[0])` twice" : ids.map { "`\($0)`" }.joined(separator: " and ")
    return Diagnostic(
      rule: "matrix-duplicate-id", "`\(test.name)` names \(list)", at: test.location,
      fix: "let a test name one row, once")
  }

  private func notes(_ tests: [MatrixSuite.Test]) -> [Diagnostic.Note] {
    var notes = tests.prefix(Self.mostNotes).map { test in
      let reason = test.reason.map { ": \($0)" } ?? ""
      return Diagnostic.Note("`\(test.name)` \(test.outcome.rawValue)\(reason)", at: test.location)
    }
    if tests.count > Self.mostNotes {
      notes.append(Diagnostic.Note("and \(tests.count - Self.mostNotes) more"))
    }
    return notes
  }

  private func finding(
    _ rule: String, _ message: String, _ entry: ScenarioEntry, notes: [Diagnostic.Note] = [],
    fix: String? = nil
  ) -> Diagnostic {
    var found = Diagnostic(
      rule: rule, message, at: catalog.location(entry.info.idRange), notes: notes, fix: fix)
    found.entry = entry.id
    return found
  }
}
