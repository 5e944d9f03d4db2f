@testable import CodebookCore

/// Trees as an editor of catalogs would leave them.
extension Node {
  static func scalar(_ text: String, isPlain: Bool = false) -> Node {
    Node(range: .fileStart, content: .scalar(Scalar(text: text, isPlain: isPlain)))
  }

  static func list(_ items: [Node]) -> Node {
    Node(range: .fileStart, content: .sequence(items))
  }

  static func mapping(_ pairs: [(String, Node)]) -> Node {
    mapping(pairs.map { Pair(key: .scalar($0.0), value: $0.1) })
  }

  static func mapping(_ pairs: [Pair]) -> Node {
    Node(range: .fileStart, content: .mapping(pairs))
  }

  func with(items: [Node]) -> Node { Node(range: range, content: .sequence(items)) }

  func with(pairs: [Pair]) -> Node { Node(range: range, content: .mapping(pairs)) }

  /// The mapping with another value at a key, or behind the others where it has none.
  func setting(_ key: String, _ value: Node) -> Node {
    guard pair(key) != nil else {
      return with(pairs: pairs + [Pair(key: .scalar(key), value: value)])
    }
    return with(
      pairs: pairs.map { $0.key.scalarText == key ? Pair(key: $0.key, value: value) : $0 })
  }

  func removing(_ key: String) -> Node {
    with(pairs: pairs.filter { $0.key.scalarText != key })
  }

  /// Every mapping in the tree, changed.
  func mappingAll(_ change: (Node) -> Node) -> Node {
    switch content {
    case .scalar: self
    case .sequence(let items): with(items: items.map { $0.mappingAll(change) })
    case .mapping(let pairs):
      change(
        with(pairs: pairs.map { Pair(key: $0.key, value: $0.value.mappingAll(change)) }))
    }
  }

  /// The tree in flow style, as another editor would write it.
  var flow: String {
    switch content {
    case .scalar(let scalar):
      scalar.type == .string
        ? String(decoding: JSONValue.string(scalar.text).canonical, as: UTF8.self) : scalar.text
    case .sequence(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .mapping(let pairs):
      "{\(pairs.map { "\($0.key.flow): \($0.value.flow)" }.joined(separator: ",\n"))}"
    }
  }
}
