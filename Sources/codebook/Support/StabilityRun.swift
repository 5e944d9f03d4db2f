internal import CodebookCore

/// A catalog held against its ledger.
struct StabilityRun {
  let ledger: LedgerFile
  /// `nil` where there is no ledger to compare with, or none that can be relied on.
  let comparison: Comparison?
  let check: StabilityCheck?

  init(_ catalog: Catalog, at path: String, today: CalendarDate) throws(Failure) {
    // A ledger is as long as a catalog: each takes a thread to itself.
    let current = Meanwhile { Snapshot(catalog) }
    ledger = try LedgerFile(of: catalog, at: path)
    let base = ledger.ledger?.snapshot()
    let snapshot = current.value()
    comparison = base.map {
      Comparison(base: $0, current: snapshot, catalog: catalog, today: today)
    }
    check = comparison.map { StabilityCheck($0) }
    ProcessLifetime.keep(self)
  }

  /// Everything found, notes about what may pass included.
  var diagnostics: [Diagnostic] { ledger.diagnostics + (check?.diagnostics ?? []) }

  var sources: [SourceText] { ledger.source.map { [$0] } ?? [] }
}
