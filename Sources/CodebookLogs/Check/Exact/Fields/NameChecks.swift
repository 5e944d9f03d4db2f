internal import CodebookCore
internal import CodebookRuntime
internal import Redaction
internal import Suggestions

/// Holds names in records against those of the catalog.
struct NameChecks {
  private let catalog: CatalogTables
  private let redactor: Redactor
  /// What names near those of the catalog are, as far as they were met: logs repeat them.
  private var nearest: [LogCatalog.Name: String?] = [:]
  private static let maximumKept = 1024
  /// Of two names that far apart one is probably a slip.
  private static let slip = 2

  init(_ catalog: CatalogTables, _ redactor: Redactor) {
    self.catalog = catalog
    self.redactor = redactor
  }

  /// Looks at a name that a field has, and gives its place in the catalog.
  mutating func check(
    _ name: [UInt8], _ kind: LogCatalog.Kind, at range: Range<Int>, _ found: inout FindingList
  ) -> Int16 {
    let parting = catalog.parting(of: name, kind)
    if let parting, parting.isRetired {
      tellRetired(name, kind, parting, range, &found)
      return RecordFacts.Index.unknown
    }
    if let index = catalog.index(of: name, kind) {
      checkDeprecated(name, kind, at: range, &found)
      return index
    }
    if Self.isRuntimes(name, kind) { return RecordFacts.Index.unknown }
    if catalog.isOpen(kind) {
      checkOpen(name, kind, range, &found)
    } else {
      tellUnknown(name, kind, range, &found)
    }
    return RecordFacts.Index.unknown
  }

  /// Tells of a member that is no field.
  mutating func checkField(
    _ name: [UInt8], at range: Range<Int>, _ found: inout FindingList
  ) {
    if let parting = catalog.parting(of: name, .field), parting.isRetired {
      return tellRetired(name, .field, parting, range, &found)
    }
    tellUnknown(name, .field, range, &found)
  }

  /// Tells of a name that may still be used, but no longer should.
  func checkDeprecated(
    _ name: [UInt8], _ kind: LogCatalog.Kind, at range: Range<Int>, _ found: inout FindingList
  ) {
    guard let parting = catalog.parting(of: name, kind), !parting.isRetired else { return }
    found.warning(
      "log-deprecated-name", "the \(kind.noun) \(quoted(name)) is deprecated", at: range,
      fix: fix(name, parting))
  }

  private func tellRetired(
    _ name: [UInt8], _ kind: LogCatalog.Kind, _ parting: LogCatalog.Parting,
    _ range: Range<Int>, _ found: inout FindingList
  ) {
    found.error(
      "log-retired-name", "the \(kind.noun) \(quoted(name)) is retired", at: range,
      fix: fix(name, parting))
  }

  private func fix(_ name: [UInt8], _ parting: LogCatalog.Parting) -> String {
    parting.replacement.map { "use `\($0)`" }
      ?? "codebook explain \(String(decoding: name, as: UTF8.self))"
  }

  private mutating func tellUnknown(
    _ name: [UInt8], _ kind: LogCatalog.Kind, _ range: Range<Int>, _ found: inout FindingList
  ) {
    found.error(
      kind.unknownRule, "the catalog has no \(kind.noun) \(quoted(name))", at: range,
      fix: nearest(to: name, kind).map { "did you mean `\($0)`?" } ?? choice(kind))
  }

  /// What there is to choose from, where that is few; `nil` where a list tells nothing.
  private func choice(_ kind: LogCatalog.Kind) -> String? {
    let names = catalog.names(kind)
    switch kind {
    case .level, .service, .component, .scope:
      return names.isEmpty ? nil : "write \(NameList.alternatives(names))"
    case .field: return "put it into details, or declare it as a field"
    case .event, .errorCode: return nil
    }
  }

  /// A name of an open vocabulary is known here by its form alone, unless it looks like a slip.
  private mutating func checkOpen(
    _ name: [UInt8], _ kind: LogCatalog.Kind, _ range: Range<Int>, _ found: inout FindingList
  ) {
    let isInForm = kind == .scope ? NameForm.isDottedPart(name) : NameForm.isPart(name)
    guard isInForm else {
      return found.error(
        kind.unknownRule, "the \(kind.noun) \(quoted(name)) is not in snake case", at: range,
        fix: "write it with small letters, digits and single underscores")
    }
    if Self.standIns.contains(name) { return }
    // That a name begins like another says nothing here.
    let near = nearest(to: name, kind).flatMap { isNear($0, name, limit: 5) ? $0 : nil }
    let isSlip = near.map { name.count > 3 * Self.slip && isNear($0, name) } ?? false
    found.add(
      kind.unknownRule, isSlip ? .warning : .note,
      "the \(kind.noun) \(quoted(name)) is not in the catalog", range,
      near.map { "did you mean `\($0)`?" })
  }

  private func isNear(_ known: String, _ name: [UInt8], limit: Int = slip) -> Bool {
    Suggestion.distance(known, String(decoding: name, as: UTF8.self), limit: limit) != nil
  }

  private mutating func nearest(to name: [UInt8], _ kind: LogCatalog.Kind) -> String? {
    guard name.count <= 200 else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    let key = LogCatalog.Name(kind, text)
    if let known = nearest[key] { return known }
    let near = Suggestion.nearest(to: text, among: catalog.names(kind))
    if nearest.count >= Self.maximumKept { nearest.removeAll(keepingCapacity: true) }
    nearest[key] = .some(near)
    return near
  }

  private func quoted(_ name: [UInt8]) -> String { QuotedText.of(name, redactor) }

  /// What runtimes write for a name of which nothing is left, or that holds a secret.
  private static let standIns = ["redacted", "unknown"].map { Array($0.utf8) }

  /// Whether it is a name that the runtimes write by themselves.
  private static func isRuntimes(_ name: [UInt8], _ kind: LogCatalog.Kind) -> Bool {
    switch kind {
    case .event: RuntimeEvent.allCases.contains { $0.rawValue.utf8.elementsEqual(name) }
    case .component: name.elementsEqual(RuntimeEvent.component.utf8)
    case .level, .service, .field, .scope, .errorCode: false
    }
  }
}

extension LogCatalog.Kind {
  /// What a name of it is, for a person.
  var noun: String { self == .errorCode ? "error code" : rawValue }

  /// The rule of names that the catalog does not have.
  var unknownRule: String {
    switch self {
    case .level: "log-unknown-level"
    case .service: "log-unknown-service"
    case .component: "log-unknown-component"
    case .field: "log-unknown-field"
    case .scope: "log-unknown-scope"
    case .errorCode: "log-unknown-code"
    case .event: "log-unknown-event"
    }
  }
}
