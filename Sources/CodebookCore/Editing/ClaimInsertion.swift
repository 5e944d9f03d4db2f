/// Where one more accepted change goes into a catalog, in the style in which the catalog is written.
///
/// It goes before everything else of its list or section, so that no end has to be found, and right
/// behind the key, so that comments stay with what they are about.
struct ClaimInsertion {
  let source: SourceText
  let root: Node
  /// What is accepted, in braces on one line.
  let item: String

  var edit: SourceEdit {
    guard let stability = root.pair("stability") else { return newSection }
    guard let accepted = stability.value.pair("accepted") else { return newList(in: stability) }
    return newItem(in: accepted)
  }

  private func newItem(in accepted: Node.Pair) -> SourceEdit {
    let list = accepted.value
    if source.isFlow(list) {
      let bracket = list.range.start
      let inside = SourcePosition(line: Int(bracket.line), column: Int(bracket.column) + 1)
      return list.items.first.map { insert("\(item), ", at: $0.range.start) }
        ?? insert(item, at: inside)
    }
    // A list in a block begins with its first dash.
    let margin = list.items.isEmpty ? accepted.key.range.start.column + 2 : list.range.start.column
    return insertLines(["\(spaces(before: margin))- \(item)"], below: accepted.key)
  }

  private func newList(in stability: Node.Pair) -> SourceEdit {
    let section = stability.value
    guard let first = section.pairs.first?.key.range.start else {
      return SourceEdit(section.range, with: "{accepted: [\(item)]}")
    }
    guard !source.isFlow(section) else { return insert("accepted: [\(item)], ", at: first) }
    let margin = spaces(before: first.column)
    return insertLines(["\(margin)accepted:", "\(margin)  - \(item)"], below: stability.key)
  }

  private var newSection: SourceEdit {
    let lines = source.bytes.count { $0 == UInt8(ascii: "\n") }
    let gap = source.bytes.last == UInt8(ascii: "\n") ? [] : [""]
    return insertLines(gap + ["", "stability:", "  accepted:", "    - \(item)"], before: lines + 2)
  }

  private func insertLines(_ lines: [String], below key: Node) -> SourceEdit {
    insertLines(lines, before: Int(key.range.end.line) + 1)
  }

  private func insertLines(_ lines: [String], before line: Int) -> SourceEdit {
    let text = lines.map { $0 + source.lineBreak }.joined()
    return insert(text, at: SourcePosition(line: line, column: 1))
  }

  private func insert(_ text: String, at place: SourcePosition) -> SourceEdit {
    SourceEdit(SourceRange(place, place), with: text)
  }

  private func spaces(before column: UInt32) -> String {
    String(repeating: " ", count: Int(column) - 1)
  }
}

extension SourceText {
  /// What ends the first line.
  fileprivate var lineBreak: String {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return "\n" }
    return bytes[end - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }
}
