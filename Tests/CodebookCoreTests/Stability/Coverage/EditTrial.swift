import Testing

@testable import CodebookCore

/// A published catalog, against which edits of it are held.
struct EditTrial: Sendable {
  private let base: Snapshot
  private let digest: String

  init(_ root: Node) throws {
    let catalog = Self.catalog(root)
    base = try Published.snapshot(catalog)
    digest = CanonicalCatalog(catalog).digest
    let check = StabilityCheck(
      Comparison(base: base, catalog: catalog, today: Published.day))
    #expect(check.diagnostics == [])
  }

  func run(_ edits: ArraySlice<CatalogEdit>) -> EditCoverage {
    edits.reduce(into: EditCoverage()) { coverage, edit in
      coverage.patterns.insert(edit.pattern)
      coverage[outcome(of: edit)] += 1
    }
  }

  private func outcome(of edit: CatalogEdit) -> EditCoverage.Outcome {
    let root = edit.root()
    var checker = ShapeChecker(file: "catalog.yaml")
    checker.check(root, against: .object(CatalogFormat.root), path: .root("the catalog"))
    guard checker.diagnostics.isEmpty else {
      Issue.record("\(edit) makes no catalog: \(checker.diagnostics)")
      return .missed
    }
    let catalog = Self.catalog(root)
    let check = StabilityCheck(Comparison(base: base, catalog: catalog, today: Published.day))
    if CanonicalCatalog(catalog).digest == digest {
      // Claims are no part of what is published, and tell of themselves.
      let found = check.diagnostics.filter { $0.rule != "unused-waiver" }
      return expect(found.isEmpty, edit, check) ? .harmless : .missed
    }
    let rule = ExpectedChange.table.first { $0.covers(edit) }
    guard let rule else {
      Issue.record("the table says nothing of \(edit.pattern): \(edit)")
      return .missed
    }
    let isClassified = !check.diagnostics.contains { $0.rule == "unclassified-change" }
    if rule.rules.isEmpty {
      return expect(check.diagnostics.isEmpty, edit, check) ? .unpromised : .missed
    }
    let own = check.diagnostics.filter { rule.rules.contains($0.rule) }
    let isLoud = own.contains { $0.severity >= rule.severity }
    return expect(isClassified && isLoud, edit, check) ? .classified : .missed
  }

  /// With a few shipped rules: a hundred would be compared ten thousand times.
  private static func catalog(_ root: Node) -> Catalog {
    CatalogReader(
      file: "catalog.yaml", root: root, standardRules: { SampleStandardRules.rules }
    ).catalog()
  }

  private func expect(_ isRight: Bool, _ edit: CatalogEdit, _ check: StabilityCheck) -> Bool {
    #expect(isRight, "\(edit): \(check.diagnostics.map { "\($0.severity) \($0.rule)" })")
    return isRight
  }
}

/// What came of edits.
struct EditCoverage: Sendable, CustomStringConvertible {
  enum Outcome: CaseIterable { case classified, harmless, unpromised, missed }

  private var counts: [Outcome: Int] = [:]
  /// The places that were edited.
  var patterns: Set<String> = []

  subscript(outcome: Outcome) -> Int {
    get { counts[outcome] ?? 0 }
    set { counts[outcome] = newValue }
  }

  var tried: Int { counts.values.reduce(0, +) }
  var missed: Int { self[.missed] }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    for outcome in Outcome.allCases { sum[outcome] += right[outcome] }
    sum.patterns.formUnion(right.patterns)
    return sum
  }

  var description: String {
    "\(tried) edits of \(patterns.count) places tried, \(self[.classified]) classified, "
      + "\(self[.harmless]) harmless, \(self[.unpromised]) of nothing promised, \(missed) missed"
  }
}
