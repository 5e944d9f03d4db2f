/// A source read as YAML: its tree, as far as it could be read, and what is wrong with it.
package struct YAMLDocument: Sendable {
  /// `nil` where nothing could be made of the source.
  package let root: Node?
  package let diagnostics: [Diagnostic]

  /// Reads `source`: UTF-8, one document, string keys, no duplicate keys, bounded by `limits`.
  package static func parse(_ source: SourceText, limits: YAMLLimits = YAMLLimits()) -> Self {
    guard source.bytes.count <= limits.bytes else {
      return refused(tooLarge(file: source.name, size: source.bytes.count, limits: limits))
    }
    if let problem = TextCheck.firstProblem(in: source) { return refused(problem) }
    return source.bytes.withUnsafeBufferPointer { bytes in
      // libyaml would count the mark as a column of the first line, and indent what stands there.
      let text = UnsafeBufferPointer(rebasing: bytes.dropFirst(source.markLength))
      var composer = YAMLComposer(events: YAMLEvents(text), file: source.name, limits: limits)
      let root = composer.document()
      let diagnostics = composer.diagnostics
      let isBroken = diagnostics.contains { $0.rule == "yaml-syntax" }
      if isBroken, let conflict = conflict(in: source) { return refused(conflict) }
      return YAMLDocument(root: root, diagnostics: diagnostics)
    }
  }

  /// The finding about a source over the limit, for callers that need not read it to know.
  package static func tooLarge(file: String, size: Int, limits: YAMLLimits) -> Diagnostic {
    Diagnostic(
      rule: "too-large",
      "the file has \(size) bytes; a catalog may have \(limits.bytes) (\(limits.bytes >> 20) MiB)",
      at: SourceLocation(file: file, range: .fileStart),
      fix: "check that this is the catalog; split a product that has outgrown one")
  }

  /// The first marker of a merge conflict, which explains what else cannot be read.
  private static func conflict(in source: SourceText) -> Diagnostic? {
    let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let place = lines.firstIndex { $0.starts(with: "<<<<<<< ".utf8) }
    return place.map { place in
      let start = SourcePosition(line: place + 1, column: 1)
      let end = SourcePosition(line: place + 1, column: 8)
      return Diagnostic(
        rule: "yaml-syntax", "a conflict of a merge was left here",
        at: SourceLocation(file: source.name, range: SourceRange(start, end)),
        fix: "choose between the two sides, and take the markers out")
    }
  }

  private static func refused(_ diagnostic: Diagnostic) -> Self {
    YAMLDocument(root: nil, diagnostics: [diagnostic])
  }
}
