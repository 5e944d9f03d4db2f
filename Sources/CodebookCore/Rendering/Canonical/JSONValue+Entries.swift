extension JSONValue {
  static func statements(_ statements: [Statement]) -> JSONValue {
    .object(statements.map { ($0.id, .string($0.text)) })
  }

  /// Entries sorted by ID, each with what every entry has and what its kind adds.
  static func entries<Model: Entry>(
    _ entries: [Model], key: String, _ members: @escaping @Sendable (Model) -> Members
  ) -> JSONValue {
    let order = entries.indices.sorted {
      entries[$0].id.utf8.lexicographicallyPrecedes(entries[$1].id.utf8)
    }
    return .list(count: order.count) { place in
      let entry = entries[order[place]]
      return .members([(key, .string(entry.id))] + members(entry) + common(entry.info))
    }
  }

  /// The `x-…` keys of a mapping, carried along as they are; left out where there are none.
  static func extensions(_ node: Node) -> JSONValue? {
    let pairs = node.pairs.filter { $0.key.scalarText?.hasPrefix("x-") == true }
    guard !pairs.isEmpty else { return nil }
    return .object(pairs.map { ($0.key.scalarText ?? "", JSONValue($0.value)) })
  }

  var unlessEmpty: JSONValue? {
    switch self {
    case .array(let items) where items.isEmpty: nil
    case .object(let members) where members.isEmpty: nil
    default: self
    }
  }

  static func common(_ info: EntryInfo) -> Members {
    [
      ("description", .text(info.description)),
      ("since", .text(info.since)),
      ("stability", .string(info.stability.rawValue)),
      ("replaced_by", .text(info.replacedBy)),
      ("deprecated_since", .text(info.deprecatedSince)),
      ("sunset", .text(info.sunset)),
      ("retired_since", .text(info.retiredSince)),
      ("reason", .text(info.reason)),
      ("extensions", extensions(info.node)),
    ]
  }

  /// A value as it was written.
  init(_ node: Node) {
    switch node.content {
    case .sequence(let items): self = .array(items.map { JSONValue($0) })
    case .mapping(let pairs):
      self = .object(pairs.map { ($0.key.scalarText ?? "", JSONValue($0.value)) })
    case .scalar(let scalar):
      switch scalar.type {
      case .null: self = .null
      case .boolean(let value): self = .bool(value)
      case .integer(let value): self = .integer(value)
      case .number, .string: self = .string(scalar.text)
      }
    }
  }
}
