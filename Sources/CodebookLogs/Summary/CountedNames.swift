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
  /// Of each event, the details that it declares.
  package let details: [[String]]
  /// How many counts there are.
  let count: Int
  private let names: [[String]]
  private let starts: [Int]
  private let fieldStart: Int
  private let detailStarts: [Int]

  package init(_ catalog: LogCatalog) {
    let description = catalog.description
    product = description.product
    identity = description.identity
    names = [
      description.levels.map(\.name), description.services, description.components, catalog.scopes,
      description.events.map(\.name), description.errors.map(\.code),
    ]
    fields = description.fields.prefix(Self.mostMembers).map(\.name)
    details = description.events.map { $0.details.prefix(Self.mostMembers).map(\.name) }
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

  /// The names of a kind, in the catalog's order.
  package func names(_ kind: Kind) -> [String] { names[kind.rawValue] }

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
