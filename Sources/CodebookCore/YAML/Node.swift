/// One YAML value with the range that it takes up in its source.
package struct Node: Sendable {
  /// A key with its value, in the order of the source.
  package struct Pair: Sendable {
    package let key: Node
    package let value: Node
  }

  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Pair])
  }

  package let range: SourceRange
  package let content: Content
}

/// A scalar's text, and whether it was written plain, which alone lets it be a number or boolean.
package struct Scalar: Sendable {
  package let text: String
  package let isPlain: Bool
}

extension Node {
  /// The scalar's text, whatever type it resolves to; `nil` for collections.
  package var scalarText: String? {
    if case .scalar(let scalar) = content { return scalar.text }
    return nil
  }

  /// The pairs of a mapping; empty for anything else.
  package var pairs: [Pair] {
    if case .mapping(let pairs) = content { return pairs }
    return []
  }

  /// The items of a sequence; empty for anything else.
  package var items: [Node] {
    if case .sequence(let items) = content { return items }
    return []
  }

  /// The pair of a mapping whose key is `name`.
  package func pair(_ name: String) -> Pair? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.scalarText == name }
  }

  /// The value at `name` in a mapping.
  package func value(_ name: String) -> Node? { pair(name)?.value }

  /// The value found by following `path` through mappings.
  package func value(at path: [String]) -> Node? {
    path.reduce(Optional(self)) { node, name in node?.value(name) }
  }

  /// The place of `characters`, counted in code points, within a scalar's text.
  ///
  /// Exact where the text stands in its source as it is, on one line; elsewhere (escapes, folding,
  /// block scalars) the whole scalar's range, which is never wrong.
  package func range(of characters: Range<Int>) -> SourceRange {
    guard case .scalar(let scalar) = content, range.start.line == range.end.line else {
      return range
    }
    let width = Int(range.end.column) - Int(range.start.column)
    let quotes = width - scalar.text.unicodeScalars.count
    guard quotes == (scalar.isPlain ? 0 : 2) else { return range }
    let column = Int(range.start.column) + quotes / 2
    let line = Int(range.start.line)
    return SourceRange(
      SourcePosition(line: line, column: column + characters.lowerBound),
      SourcePosition(line: line, column: column + characters.upperBound))
  }
}
