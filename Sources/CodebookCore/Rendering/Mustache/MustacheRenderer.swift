/// How strictly templates are rendered.
package enum MustacheConfiguration: Sendable {
  /// As the public Mustache specification says: HTML escaping, and missing names are empty.
  case specification
  /// Codebook's: unknown names and bare texts of the catalog are errors, nothing is escaped, and
  /// forms are those of the output's language.
  case strict(OutputLanguage)
}

/// Renders templates with the partials that they may include.
package struct MustacheRenderer: Sendable {
  let configuration: MustacheConfiguration
  let partials: @Sendable (_ name: String) -> MustacheTemplate?

  package init(
    _ configuration: MustacheConfiguration,
    partials: @escaping @Sendable (_ name: String) -> MustacheTemplate? = { _ in nil }
  ) {
    self.configuration = configuration
    self.partials = partials
  }

  /// Appends what a template gives.
  ///
  /// - Parameters:
  ///   - context: The values in reach, the innermost last.
  ///   - output: UTF-8. After an error it holds what was rendered around the faulty tags.
  /// - Returns: What is wrong, each place once; empty where the output is good.
  package func render(
    _ template: MustacheTemplate, context: [TemplateValue], into output: inout [UInt8]
  ) -> [Diagnostic] {
    var rendering = Rendering(renderer: self, stack: TemplateStack(context), output: output)
    output = []
    rendering.render(template, indentation: [], depth: 0)
    output = rendering.output
    return rendering.diagnostics
  }

  /// A whole file, which ends in exactly one newline.
  package func renderFile(
    _ template: MustacheTemplate, context: [TemplateValue]
  ) throws(TemplateErrors) -> [UInt8] {
    var output: [UInt8] = []
    let diagnostics = render(template, context: context, into: &output)
    guard diagnostics.isEmpty else { throw TemplateErrors(diagnostics) }
    while output.last == UInt8(ascii: "\n") || output.last == UInt8(ascii: "\r") {
      output.removeLast()
    }
    output.append(UInt8(ascii: "\n"))
    return output
  }
}
