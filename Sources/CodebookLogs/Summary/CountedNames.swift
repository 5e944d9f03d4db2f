package import CodebookRuntime

/// What is counted of a catalog, and where in one row of numbers each count stands.
///
/// A class, since all who count with one catalog share it.
package final class CountedNames: Sendable {
  /// Fields of a record that name something.
  package enum Kind: Int, CaseIterable, Sendable {
    case levels, services, components, scopes, events, codes
  }

  /// How many fields, and details of one event, are told apart.
  package static let mostMembers = 64

  package let product: String
  package let identity: CatalogIdentity
  package let fields: [String]
  /// Of each event, the details that it declares; those of the runtimes declare none.
  package let details: [[String]]
  /// How many counts there are.
  let count: Int
  private let names: [[String]]
  /// How many of each kind the catalog has. Behind them stand names that the runtimes write by
  /// themselves and the catalog does not have.
  private let listed: [Int]
  private let starts: [Int]
  private let fieldStart: Int
  private let detailStarts: [Int]

  package init(_ catalog: LogCatalog) {
    let description = catalog.description
    product = description.product
    identity = description.identity
    let ofCatalog = [
      description.levels.map(\.name), description.services, description.components, catalog.scopes,
      description.events.map(\.name), description.errors.map(\.code),
    ]
    listed = ofCatalog.map(\.count)
    names = zip(Kind.allCases, ofCatalog).map { $1 + Self.runtimes($0, beside: $1) }
    fields = description.fields.prefix(Self.mostMembers).map(\.name)
    let declared = description.events.map { $0.details.prefix(Self.mostMembers).map(\.name) }
    details = declared + names[Kind.events.rawValue].dropFirst(declared.count).map { _ in [] }
    var next = 0
    starts = names.map { names in
      defer { next += names.count + Self.mostNegative }
      return next
    }
    fieldStart = next
    next += fields.count
    detailStarts = details.map { details in
      defer { next += details.count }
      return next
    }
    count = next
  }

  /// The names of a kind, in the catalog's order; behind them those of the runtimes.
  package func names(_ kind: Kind) -> [String] { names[kind.rawValue] }

  /// The names of a kind that the catalog has, in its order.
  package func listed(_ kind: Kind) -> ArraySlice<String> {
    names[kind.rawValue].prefix(listed[kind.rawValue])
  }

  /// The place of a name that the runtimes write by themselves, where the catalog does not have it.
  func runtimesIndex(of name: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> Int16? {
    names[kind.rawValue].dropFirst(listed[kind.rawValue])
      .firstIndex { $0.utf8.elementsEqual(name) }.map { Int16(clamping: $0) }
  }

  private static func runtimes(_ kind: Kind, beside names: [String]) -> [String] {
    let own: [String] =
      switch kind {
      case .events: RuntimeEvent.allCases.map(\.rawValue)
      case .components: [RuntimeEvent.component]
      case .levels, .services, .scopes, .codes: []
      }
    return own.filter { !names.contains($0) }
  }

  /// Where the count of a name stands, or that of one of `RecordFacts.Index`.
  @inline(__always)
  func slot(_ kind: Kind, _ index: Int16) -> Int {
    starts[kind.rawValue] &+ Self.mostNegative &+ Int(index)
  }

  @inline(__always)
  func slot(field: Int) -> Int { fieldStart &+ field }

  @inline(__always)
  func slot(event: Int, detail: Int) -> Int { detailStarts[event] &+ detail }

  /// The counts of all that a field can be: a name, unknown, or not there.
  func slots(_ kind: Kind) -> Range<Int> {
    let start = starts[kind.rawValue]
    return start..<(start + names(kind).count + Self.mostNegative)
  }

  /// How far the indexes that are no names go below zero.
  private static let mostNegative = 2
}
