/// Edits of a catalog's text that leave everything else as it is: comments, order, white space.
package struct CatalogEditor {
  /// Why an edit has to be made by hand.
  package struct Refusal: Error, Hashable, Sendable {
    package let message: String
    package let fix: String
  }

  private let source: SourceText
  private let catalog: Catalog

  /// - Parameter catalog: What was read from `source`.
  package init(_ source: SourceText, _ catalog: Catalog) {
    self.source = source
    self.catalog = catalog
  }

  /// The catalog with another version.
  package func settingVersion(_ version: SemanticVersion) throws(Refusal) -> SourceText {
    guard catalog.product.version != version.description else { return source }
    guard let node = catalog.root.value(at: ["product", "version"]) else {
      throw Refusal(message: "the catalog has no version", fix: "product: {version: \(version)}")
    }
    let edited = source.edited([SourceEdit(node.range, with: version.description)])
    guard reread(edited)?.product.version == version.description else {
      throw Refusal(
        message: "the version could not be changed to \(version)", fix: "version: \(version)")
    }
    return edited
  }

  /// The catalog without anything accepted or waived.
  package func removingClaims() throws(Refusal) -> SourceText {
    let lists = ["accepted", "waivers"].compactMap { key in
      catalog.root.value("stability")?.pair(key)
    }
    guard !lists.isEmpty else { return source }
    let edited = source.edited(try lists.map { pair throws(Refusal) in try removal(of: pair) })
    let left = reread(edited)?.stability
    guard left?.accepted.isEmpty == true, left?.waivers.isEmpty == true else {
      throw Self.handwork
    }
    return edited
  }

  /// The catalog with one more accepted change.
  package func accepting(
    rule: String, entry: String, fingerprint: String, reason: String
  ) throws(Refusal) -> SourceText {
    let item =
      "{rule: \(rule), entry: \(quoted(entry)), fingerprint: \"\(fingerprint)\", "
      + "reason: \(quoted(reason))}"
    let edited = source.edited([insertion(of: item)])
    let count = catalog.stability.accepted.count
    guard let accepted = reread(edited)?.stability.accepted, accepted.count == count + 1,
      accepted.contains(where: { $0.fingerprint == fingerprint && $0.reason == reason })
    else {
      throw Refusal(
        message: "there is no place for it that codebook is sure of",
        fix: "stability:\n  accepted:\n    - \(item)")
    }
    return edited
  }

  private static let handwork = Refusal(
    message: "what was accepted could not be taken out of `stability`",
    fix: "remove `accepted` and `waivers` by hand; the ledger keeps them")

  /// A text in double quotes, as JSON has it, unless a plain word does.
  private func quoted(_ text: String) -> String { EntryText.scalar(.string(text)) }

  private func reread(_ edited: SourceText) -> Catalog? {
    let result = CatalogLoader.load(edited)
    return result.diagnostics.isEmpty ? result.catalog : nil
  }

  /// All lines of a key with its value, where nothing else stands on them.
  private func removal(of pair: Node.Pair) throws(Refusal) -> SourceEdit {
    let start = pair.key.range.start
    var last = Int(pair.value.range.end.line)
    // A block ends where the next token begins; lines without a word of it are not its own.
    while last > Int(start.line), isOutside(line: last, of: pair) { last -= 1 }
    guard let first = source.line(Int(start.line)),
      first.unicodeScalars.prefix(Int(start.column) - 1).allSatisfy({ $0 == " " })
    else { throw Self.handwork }
    return SourceEdit(
      SourceRange(
        SourcePosition(line: Int(start.line), column: 1),
        SourcePosition(line: last + 1, column: 1)), with: "")
  }

  private func isOutside(line: Int, of pair: Node.Pair) -> Bool {
    let text = source.line(line) ?? ""
    let content = text.unicodeScalars.first { $0 != " " && $0 != "\t" && $0 != "\r" }
    if content == nil || content == "#" { return true }
    let items = pair.value.items
    guard let end = items.last?.range.end, Int(end.line) <= line else { return false }
    // The last item's block ends before the first word of this line.
    let indentation = text.unicodeScalars.prefix { $0 == " " }.count
    return Int(end.line) < line || Int(end.column) <= indentation + 1
  }

  private func insertion(of item: String) -> SourceEdit {
    let stability = catalog.root.pair("stability")
    if let accepted = stability?.value.pair("accepted") {
      if let last = accepted.value.items.last, let dash = dashColumn(of: last) {
        // Before the first, so that no item's end has to be found.
        let first = accepted.value.items.first?.range.start ?? last.range.start
        return insert(
          "\(spaces(dash - 1))- \(item)\n", before: Int(first.line))
      }
      // A list without items, or one in brackets.
      let indentation = spaces(Int(accepted.key.range.start.column) + 1)
      let others = accepted.value.items.isEmpty ? "" : ", "
      if others.isEmpty {
        return SourceEdit(accepted.value.range, with: "\n\(indentation)- \(item)")
      }
      let start = accepted.value.items[0].range.start
      return SourceEdit(SourceRange(start, start), with: item + others)
    }
    if let stability, let first = stability.value.pairs.first?.key.range.start,
      first.line > stability.key.range.start.line
    {
      let indentation = spaces(Int(first.column) - 1)
      return insert(
        "\(indentation)accepted:\n\(indentation)  - \(item)\n", before: Int(first.line))
    }
    if let stability, let first = stability.value.pairs.first?.key.range.start {
      return SourceEdit(SourceRange(first, first), with: "accepted: [\(item)], ")
    }
    let lineCount = source.bytes.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    let gap = source.bytes.last == UInt8(ascii: "\n") ? "" : "\n"
    return insert("\(gap)\nstability:\n  accepted:\n    - \(item)\n", before: lineCount + 1)
  }

  private func insert(_ text: String, before line: Int) -> SourceEdit {
    let place = SourcePosition(line: line, column: 1)
    return SourceEdit(SourceRange(place, place), with: text)
  }

  /// The column of the dash that an item of a block stands behind; `nil` where there is none.
  private func dashColumn(of item: Node) -> Int? {
    let before = (source.line(Int(item.range.start.line)) ?? "").unicodeScalars
      .prefix(Int(item.range.start.column) - 1)
    guard before.contains("-"), before.allSatisfy({ $0 == " " || $0 == "-" }) else { return nil }
    return before.prefix { $0 == " " }.count + 1
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
