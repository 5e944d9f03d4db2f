internal import Suggestions

extension ShapeChecker {
  /// Holds a mapping against the one of several kinds whose key it has.
  mutating func checkKinds(
    _ node: Node, _ kinds: KindsShape, _ shape: Shape, _ path: Path, _ key: SourceRange?
  ) {
    guard case .mapping(let pairs) = node.content else { return mismatch(node, shape, path) }
    let places = kinds.places(of: node)
    if places.count == 1 {
      return checkObject(node, kinds.object(of: kinds.kinds[places[0]]), shape, path, key)
    }
    if let second = places.dropFirst().first, let pair = node.pair(kinds.names[second]) {
      return report(
        "wrong-form",
        "\(path) has the key `\(kinds.names[places[0]])` already, and cannot have"
          + " `\(kinds.names[second])` too", pair.key.range, fix: "make two steps of it")
    }
    let common = Set(kinds.common.map(\.key))
    let stray = pairs.compactMap { pair -> (String, SourceRange)? in
      guard let name = pair.key.scalarText, !common.contains(name) else { return nil }
      return (name, pair.key.range)
    }
    let suggestion = stray.lazy.compactMap { Suggestion.phrase(for: $0.0, among: kinds.names) }
    if let (name, range) = stray.first {
      return report(
        "unknown-key", "`\(name.shortened)` does not tell what kind of \(kinds.noun) \(path) is",
        range, fix: suggestion.first ?? "one of \(Self.listed(kinds.names))")
    }
    report(
      "missing-key", "\(path) has none of the keys of \(kinds.noun)",
      key ?? SourceRange(node.range.start, node.range.start),
      fix: "add one of \(Self.listed(kinds.names))")
  }

  private static func listed(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }
}
