internal import CodebookRuntime

/// Holds a summary against what its catalog has.
struct CoverageBuild {
  let summary: LogSummary
  let catalog: LogCatalog

  init(_ summary: LogSummary, _ catalog: LogCatalog) {
    self.summary = summary
    self.catalog = catalog
  }

  func items(_ kind: CoverageKind) -> [LogCoverage.Item] {
    switch kind {
    case .levels: named(.levels, .level)
    case .services: named(.services, .service)
    case .components: named(.components, .component)
    case .scopes: named(.scopes, .scope)
    case .events: named(.events, .event)
    case .codes: named(.codes, .errorCode)
    case .fields: fields
    case .details: details
    case .rows: rows
    }
  }

  private func named(
    _ kind: CountedNames.Kind, _ entry: LogCatalog.Kind
  ) -> [LogCoverage.Item] {
    summary.names.listed(kind).enumerated().compactMap { index, name in
      let count = summary.count(kind, Int16(clamping: index))
      let parting = catalog.partings[LogCatalog.Name(entry, name)]
      // What is gone is not told of unless it was seen all the same.
      if count == 0, parting?.isRetired == true { return nil }
      return item(name, count, reason: parting.map(Self.reason))
    }
  }

  private var fields: [LogCoverage.Item] {
    catalog.description.fields.enumerated().map { index, field in
      let isCounted = index < CountedNames.mostMembers
      let parting = catalog.partings[LogCatalog.Name(.field, field.name)]
      return item(
        field.name, isCounted ? summary.count(field: index) : 0,
        reason: isCounted
          ? Self.reason(field.sensitivity) ?? parting.map(Self.reason) : Self.uncounted)
    }
  }

  /// The details of each event that it declares: `reconnected.attempt`.
  private var details: [LogCoverage.Item] {
    catalog.description.events.enumerated().flatMap { number, event in
      let parting = catalog.partings[LogCatalog.Name(.event, event.name)]
      return event.details.enumerated().map { index, detail in
        let isCounted = index < CountedNames.mostMembers
        return item(
          "\(event.name).\(detail.name)",
          isCounted ? summary.count(event: number, detail: index) : 0,
          reason: isCounted
            ? Self.reason(detail.sensitivity) ?? parting.map(Self.reason) : Self.uncounted)
      }
    }
  }

  /// - Parameter reason: Why nobody asks for it; `nil` where it is asked for.
  private func item(_ name: String, _ count: Int, reason: String?) -> LogCoverage.Item {
    LogCoverage.Item(
      name: name, count: count, state: count > 0 ? .seen : reason == nil ? .never : .exempt,
      remark: reason)
  }

  private static let uncounted =
    "only the first \(CountedNames.mostMembers) are counted"

  private static func reason(_ parting: LogCatalog.Parting) -> String {
    parting.isRetired ? "retired" : "deprecated"
  }

  private static func reason(_ sensitivity: CatalogDescription.Sensitivity) -> String? {
    sensitivity == .secret ? "secret: it is never written" : nil
  }
}
