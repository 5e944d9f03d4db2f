/// Turns a template's bytes into nodes.
struct MustacheParser {
  /// A section whose end has not come yet.
  private struct OpenSection {
    let node: Int
    let name: String
    let range: SourceRange
  }

  private(set) var nodes: [TemplateNode] = []
  private(set) var tags: [TemplateTag] = []
  private var scanner: MustacheScanner
  private var open: [OpenSection] = []

  init(_ source: SourceText) {
    scanner = MustacheScanner(source)
  }

  mutating func parse() throws(TemplateErrors) {
    var textStart = 0
    while let tag = try scanner.nextTag(from: textStart) {
      let line = tag.kind.canStandAlone ? scanner.standaloneLine(around: tag.bytes) : nil
      appendText(textStart..<(line?.lowerBound ?? tag.bytes.lowerBound))
      if line == nil, scanner.isLineStart(tag.bytes.lowerBound) { nodes.append(.lineStart) }
      try append(tag, indentation: line.map { $0.lowerBound..<tag.bytes.lowerBound })
      textStart = line?.upperBound ?? tag.bytes.upperBound
    }
    appendText(textStart..<scanner.bytes.count)
    if let section = open.last {
      throw failure("section '\(section.name)' is never closed", at: section.range)
    }
  }

  private mutating func appendText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    nodes.append(.text(range, startsLine: scanner.isLineStart(range.lowerBound)))
  }

  private mutating func append(
    _ tag: ScannedTag, indentation: Range<Int>?
  ) throws(TemplateErrors) {
    switch tag.kind {
    case .comment, .delimiters: return
    case .escapedValue, .value:
      let escaped = tag.kind == .escapedValue
      nodes.append(.value(tag: try register(tag), escaped: escaped, trailing: 0))
    case .section, .inverted:
      let section = OpenSection(node: nodes.count, name: tag.name, range: tag.range)
      let inverted = tag.kind == .inverted
      nodes.append(.section(tag: try register(tag), inverted: inverted, end: nodes.count))
      open.append(section)
    case .partial:
      nodes.append(.partial(tag: try register(tag), indentation: indentation ?? 0..<0))
    case .close: try close(tag)
    }
  }

  private mutating func register(_ scanned: ScannedTag) throws(TemplateErrors) -> Int {
    let tag = TemplateTag(name: scanned.name, range: scanned.range)
    guard tag.isWellFormed else {
      throw failure("'\(scanned.name)' is not a name", at: scanned.range)
    }
    tags.append(tag)
    return tags.count - 1
  }

  private mutating func close(_ tag: ScannedTag) throws(TemplateErrors) {
    guard let section = open.popLast() else {
      throw failure("'\(tag.name)' is closed without having been opened", at: tag.range)
    }
    guard section.name == tag.name else {
      let note = Diagnostic.Note(
        "'\(section.name)' opened here",
        at: SourceLocation(file: scanner.source.name, range: section.range))
      throw failure(
        "'\(tag.name)' closes the section '\(section.name)'", at: tag.range, notes: [note])
    }
    guard case .section(let index, let inverted, _) = nodes[section.node] else { return }
    nodes[section.node] = .section(tag: index, inverted: inverted, end: nodes.count)
  }

  private func failure(
    _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = []
  ) -> TemplateErrors {
    let location = SourceLocation(file: scanner.source.name, range: range)
    return TemplateErrors(TemplateRule.syntax.diagnostic(message, at: location, notes: notes))
  }
}
