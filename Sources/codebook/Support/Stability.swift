internal import CodebookCore

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
  }

  /// Everything found, notes about what may pass included.
  var diagnostics: [Diagnostic] { ledger.diagnostics + (check?.diagnostics ?? []) }

  var sources: [SourceText] { ledger.source.map { [$0] } ?? [] }
}

/// The day, for sunsets, waivers and releases.
enum Today {
  /// - Parameter option: What `--today` says.
  static func date(_ option: String?) throws(Failure) -> CalendarDate {
    if let option {
      guard let date = CalendarDate(option) else {
        throw Failure("`\(option)` is no day", fix: "write --today YYYY-MM-DD")
      }
      return date
    }
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let date = CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let date else { throw Failure("the clock shows no date", fix: "use --today YYYY-MM-DD") }
    return date
  }
}
