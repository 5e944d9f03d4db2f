extension YAMLComposer {
  /// A sequence or mapping whose end has not been seen.
  struct Collection {
    let anchor: String?
    private let start: SourceRange
    private let isMapping: Bool
    private var items: [Node] = []
    private var pairs: [Node.Pair] = []
    private var key: Node?
    private var size = 1
    /// Where each key stands; filled only once a mapping is too long to search.
    private var index: [String: Int] = [:]

    private static let searchedLength = 16

    init(_ event: YAMLEvents.Event) {
      anchor = event.anchor
      start = event.range
      if case .mappingStart = event.kind { isMapping = true } else { isMapping = false }
    }

    /// Takes the next node: an item, a key or a key's value; says what is wrong with it.
    mutating func add(_ node: Node, size: Int, file: String) -> Diagnostic? {
      self.size += size
      guard isMapping else {
        items.append(node)
        return nil
      }
      guard let key else {
        self.key = node
        return nil
      }
      self.key = nil
      guard let text = key.scalarText else { return keyProblem(key, file: file) }
      if let first = place(of: text) { return duplicate(text, key, first: first, file: file) }
      pairs.append(Node.Pair(key: key, value: node))
      return nil
    }

    func finish(end: SourceRange) -> (node: Node, size: Int) {
      let last = isMapping ? pairs.last?.value.range.end : items.last?.range.end
      // A block collection's end event stands at the next token, often lines further down.
      let isFlow = end.start != end.end
      let range = SourceRange(start.start, isFlow ? end.end : last ?? start.end)
      return (Node(range: range, content: isMapping ? .mapping(pairs) : .sequence(items)), size)
    }

    private mutating func place(of key: String) -> Int? {
      if pairs.count < Self.searchedLength {
        return pairs.firstIndex { $0.key.scalarText == key }
      }
      if index.isEmpty {
        for (offset, pair) in pairs.enumerated() { index[pair.key.scalarText ?? ""] = offset }
      }
      if let place = index[key] { return place }
      index[key] = pairs.count
      return nil
    }

    private func keyProblem(_ key: Node, file: String) -> Diagnostic {
      Diagnostic(
        rule: "key-type", "a key must be a text, not a list or a mapping",
        at: SourceLocation(file: file, range: key.range),
        fix: "write the key as a plain word; quote a text that begins with `{` or `[`")
    }

    private func duplicate(_ text: String, _ key: Node, first: Int, file: String) -> Diagnostic {
      Diagnostic(
        rule: "duplicate-key", "`\(text.shortened)` is there twice",
        at: SourceLocation(file: file, range: key.range),
        notes: [
          .init(
            "first defined here", at: SourceLocation(file: file, range: pairs[first].key.range))
        ],
        fix: "keep one of the two; an entry with a meaning of its own needs an ID of its own")
    }
  }
}
