/// Takes keys with their values out of a mapping; the comments around them stay.
struct PairRemoval {
  let source: SourceText
  let mapping: Node

  /// - Returns: `nil` where something else stands on the lines of a key.
  func edits(of keys: Set<String>) -> [SourceEdit]? {
    let isMeant = mapping.pairs.map { keys.contains($0.key.scalarText ?? "") }
    if source.isFlow(mapping) { return flowEdits(isMeant) }
    var edits: [SourceEdit] = []
    for (pair, isMeant) in zip(mapping.pairs, isMeant) where isMeant {
      guard let edit = lines(of: pair) else { return nil }
      edits.append(edit)
    }
    return edits
  }

  /// Each goes with the comma behind it, and the last ones with the comma before them.
  private func flowEdits(_ isMeant: [Bool]) -> [SourceEdit] {
    let pairs = mapping.pairs
    let kept = isMeant.lastIndex(of: false)
    var edits: [SourceEdit] = []
    for place in pairs.indices where isMeant[place] && place < (kept ?? 0) {
      let range = SourceRange(pairs[place].key.range.start, pairs[place + 1].key.range.start)
      edits.append(SourceEdit(range, with: ""))
    }
    if let last = pairs.last, isMeant.last == true {
      let start = kept.map { pairs[$0].value.range.end } ?? pairs[0].key.range.start
      edits.append(SourceEdit(SourceRange(start, last.value.range.end), with: ""))
    }
    return edits
  }

  private func lines(of pair: Node.Pair) -> SourceEdit? {
    let start = pair.key.range.start
    guard let first = source.line(Int(start.line)),
      first.unicodeScalars.prefix(Int(start.column) - 1).allSatisfy({ $0 == " " })
    else { return nil }
    return SourceEdit(
      SourceRange(
        SourcePosition(line: Int(start.line), column: 1),
        SourcePosition(line: lastLine(of: pair.value) + 1, column: 1)), with: "")
  }

  /// The last line that holds a word of a value: a block's own end is where the next one begins.
  private func lastLine(of node: Node) -> Int {
    if let last = node.items.last ?? node.pairs.last?.value, !source.isFlow(node) {
      return lastLine(of: last)
    }
    var line = Int(node.range.end.line)
    // A block scalar ends where a line begins.
    if node.range.end.column == 1 { line -= 1 }
    while line > Int(node.range.start.line), isBlank(line) { line -= 1 }
    return line
  }

  private func isBlank(_ line: Int) -> Bool {
    source.line(line)?.unicodeScalars.allSatisfy { $0 == " " || $0 == "\t" } ?? true
  }
}

extension SourceText {
  /// Whether a mapping or list is written in braces or brackets.
  func isFlow(_ node: Node) -> Bool {
    let start = node.range.start
    let character = line(Int(start.line))?.unicodeScalars.dropFirst(Int(start.column) - 1).first
    return character == "{" || character == "["
  }
}
