package import CodebookRuntime

/// What a run over logs counted.
///
/// Summaries of one catalog merge: in any order, and in any grouping, the parts of some logs give
/// what one run over all of them gives, and an empty one changes nothing.
package struct LogSummary: Sendable {
  /// Unlisted names are told of these: those that may be open, and codes.
  package static let unlistedKinds: [CountedNames.Kind] = [.components, .scopes, .events, .codes]

  /// An event, and the scope of its record.
  struct Pair: Hashable, Sendable {
    let event: Int16
    let scope: Int16
  }

  package let names: CountedNames
  package var lines = 0
  /// Lines that are JSON objects.
  package var records = 0
  package var bytes = 0
  /// Lines with an error.
  package var faultyLines = 0
  /// Records without a valid time.
  package var timeless = 0
  /// The least and the greatest time, in milliseconds since 1970-01-01T00:00:00Z.
  package var times: ClosedRange<Int64>?
  /// By the slots of `names`.
  var numbers: [Int]
  /// Only of events and scopes that the catalog has.
  var pairs: [Pair: Int] = [:]
  /// By `unlistedKinds`.
  package var unlisted = unlistedKinds.map { _ in NameCounts() }
  /// Levels, events and codes.
  package var overTime = TimeCounts()
  package var findings = FindingCounts()

  /// Of no logs.
  package init(_ names: CountedNames) {
    self.names = names
    numbers = Array(repeating: 0, count: names.count)
  }

  package var identity: CatalogIdentity { names.identity }

  // MARK: What was seen

  /// How many records have a name, or what `RecordFacts.Index` stands for, in a field.
  package func count(_ kind: CountedNames.Kind, _ index: Int16) -> Int {
    numbers[names.slot(kind, index)]
  }

  /// How many records have a field.
  package func count(field: Int) -> Int { numbers[names.slot(field: field)] }

  /// How many records of an event have one of its details.
  package func count(event: Int, detail: Int) -> Int {
    numbers[names.slot(event: event, detail: detail)]
  }

  /// How many records of an event have a scope.
  package func count(event: Int, scope: Int) -> Int {
    pairs[Pair(event: Int16(clamping: event), scope: Int16(clamping: scope))] ?? 0
  }

  package func unlisted(_ kind: CountedNames.Kind) -> NameCounts {
    zip(Self.unlistedKinds, unlisted).first { $0.0 == kind }?.1 ?? NameCounts()
  }
}
