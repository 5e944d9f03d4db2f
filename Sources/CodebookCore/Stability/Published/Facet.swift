/// One attribute of a published entry: a path such as `details/port/type` and a plain value.
///
/// A list whose order means nothing is one facet for each item, such as `requires/attempt`, so that
/// reordering it changes nothing.
package enum FacetValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)

  /// Texts are the same where their bytes are: two forms of `é` are two texts to whoever reads them.
  package static func == (left: FacetValue, right: FacetValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.string(let left), .string(let right)):
      left.utf8.count == right.utf8.count && haveSameBytes(left, right)
    default: false
    }
  }

  /// Over plain buffers, since every attribute that did not change is compared.
  private static func haveSameBytes(_ left: String, _ right: String) -> Bool {
    let isSame = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { left.elementsEqual($0) }
    }
    return (isSame ?? nil) ?? left.utf8.elementsEqual(right.utf8)
  }

  var json: JSONValue {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .string(let value): .string(value)
    }
  }

  /// `nil` for lists and objects.
  init?(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .string(let value): self = .string(value)
    case .array, .list, .object: return nil
    }
  }

  /// Anything as one value: a list or an object as JSON.
  static func whole(_ value: JSONValue) -> FacetValue {
    guard let plain = FacetValue(value) else { return json(value) }
    // A text that looks like JSON is written as JSON, so that it is not taken for what it looks like.
    return plain.isJSON ? json(value) : plain
  }

  private static func json(_ value: JSONValue) -> FacetValue {
    .string(String(decoding: value.canonical, as: UTF8.self))
  }

  /// Whether a value that `whole` made is JSON.
  var isJSON: Bool {
    text?.unicodeScalars.first.map { "[{\"".unicodeScalars.contains($0) } ?? false
  }

  /// The value as a message shows it.
  package var shown: String {
    switch self {
    case .null: "nothing"
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .string(let value): value.shortened
    }
  }

  package var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  var number: Int? {
    if case .integer(let number) = self { return number }
    return nil
  }
}

/// Every attribute of an entry by its path.
package typealias Facets = [String: FacetValue]

/// Makes facets of an entry's members in the canonical form.
struct FacetFlattening {
  private(set) var facets: Facets = [:]
  /// The members that are no facets: the ID, and what tells of the entry's life.
  private let skipped: Set<String>

  /// Names in an order that counts: one facet for all of the list.
  static let separator = ", "

  init(_ members: Members, skipping skipped: Set<String>) {
    self.skipped = skipped
    facets.reserveCapacity(members.count)
    for case (let name, let value?) in members where !skipped.contains(name) {
      add(value, at: name)
    }
  }

  private mutating func add(_ value: JSONValue, at path: String) {
    if let facet = FacetValue(value) {
      facets[path] = facet
      return
    }
    switch value {
    case .object(let members) where path == "extensions" || path.hasSuffix("/extensions"):
      for (name, value) in members { facets["\(path)/\(name)"] = .whole(value) }
    case .object(let members):
      for (name, value) in members { add(value, at: "\(path)/\(name)") }
    case .array(let items) where path == "order" || path.hasSuffix("_order"):
      let names = items.compactMap { FacetValue($0)?.text }
      facets[path] = .string(names.joined(separator: Self.separator))
    case .array where path == "examples" || Self.isProcedure(path): facets[path] = .whole(value)
    case .array(let items): for (place, item) in items.enumerated() { add(item, place, in: path) }
    case .list(let count, let item): for place in 0..<count { add(item(place), place, in: path) }
    default: break
    }
  }

  /// Whether a list is what is done one after the other: a timeline's steps, a runbook's.
  static func isProcedure(_ path: String) -> Bool {
    path.hasPrefix("timelines/") && path.hasSuffix("/steps") || path.hasPrefix("runbook/")
  }

  /// An item is called by its name, else by what it is, else by its place.
  private mutating func add(_ item: JSONValue, _ place: Int, in path: String) {
    if case .object(let members) = item,
      let name = members.first(where: { $0.0 == "name" }).flatMap({ FacetValue($0.1)?.text })
    {
      // That the item is there is a facet too: it may have no others.
      facets["\(path)/\(name)"] = .bool(true)
      for (member, value) in members where member != "name" {
        add(value, at: "\(path)/\(name)/\(member)")
      }
    } else if case .string(let text) = item {
      facets["\(path)/\(text)"] = .bool(true)
    } else {
      add(item, at: "\(path)/\(place)")
    }
  }
}
