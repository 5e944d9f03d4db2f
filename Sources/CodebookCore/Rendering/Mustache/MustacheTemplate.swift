/// A template, parsed once and rendered any number of times.
///
/// The syntax is that of the public Mustache specification: variables, sections, inverted sections,
/// partials, comments, delimiter changes, dotted names and the implicit iterator.
package struct MustacheTemplate: Sendable {
  package let source: SourceText
  let nodes: [TemplateNode]
  let tags: [TemplateTag]

  /// Parses a template.
  ///
  /// - Throws: What is wrong with the first tag that cannot be read.
  package init(_ source: SourceText) throws(TemplateErrors) {
    var parser = MustacheParser(source)
    try parser.parse()
    self.source = source
    nodes = TrailingWidth.measured(parser.nodes, in: source.bytes)
    tags = parser.tags
  }

  /// Where a tag stands.
  func location(of tag: Int) -> SourceLocation {
    SourceLocation(file: source.name, range: tags[tag].range)
  }
}
