/// One run of a renderer: what is in reach, and what has been written.
struct Rendering {
  /// Partials that include each other beyond this depth never come to an end.
  static let deepestPartial = 64
  /// Findings beyond this number say nothing new.
  private static let mostDiagnostics = 50

  let renderer: MustacheRenderer
  var stack: TemplateStack
  var output: [UInt8]
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<SourceLocation> = []
  private var stopped = false

  init(renderer: MustacheRenderer, stack: TemplateStack, output: [UInt8]) {
    self.renderer = renderer
    self.stack = stack
    self.output = output
  }

  mutating func report(_ diagnostic: Diagnostic) {
    guard !stopped, reported.insert(diagnostic.location).inserted else { return }
    diagnostics.append(diagnostic)
    stopped = diagnostics.count == Self.mostDiagnostics
  }

  mutating func render(_ template: MustacheTemplate, indentation: [UInt8], depth: Int) {
    let run = TemplateRun(template: template, indentation: indentation, depth: depth)
    render(template.nodes.indices, of: run)
  }

  private mutating func render(_ range: Range<Int>, of run: TemplateRun) {
    var index = range.lowerBound
    while index < range.upperBound, !stopped {
      switch run.template.nodes[index] {
      case .text(let bytes, let startsLine): append(bytes, startsLine: startsLine, of: run)
      case .lineStart: output.append(contentsOf: run.indentation)
      case .value(let tag, let escaped, let trailing):
        write(tag, of: run.template, escaped: escaped, trailing: trailing)
      case .section(let tag, let inverted, let end):
        renderSection(tag, inverted: inverted, content: (index + 1)..<end, of: run)
        index = end
        continue
      case .partial(let tag, let own): renderPartial(tag, indentation: own, of: run)
      }
      index += 1
    }
  }

  private mutating func append(_ range: Range<Int>, startsLine: Bool, of run: TemplateRun) {
    let bytes = run.template.source.bytes
    guard !run.indentation.isEmpty else {
      output.append(contentsOf: bytes[range])
      return
    }
    var atLineStart = startsLine
    for byte in bytes[range] {
      // An empty line stays empty: white space at its end would serve nobody.
      let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if atLineStart, !isBreak { output.append(contentsOf: run.indentation) }
      output.append(byte)
      atLineStart = byte == UInt8(ascii: "\n")
    }
  }

  private mutating func renderSection(
    _ tag: Int, inverted: Bool, content: Range<Int>, of run: TemplateRun
  ) {
    guard let value = condition(tag, of: run.template) else {
      if inverted, case .specification = renderer.configuration { render(content, of: run) }
      return
    }
    guard value.isTrue != inverted else { return }
    switch value {
    case .bool: render(content, of: run)
    case _ where inverted: render(content, of: run)
    case .list(let list):
      for index in 0..<list.count where !stopped {
        let place = (index: index, count: list.count)
        stack.push(TemplateFrame(value: list.element(at: index), loop: place))
        render(content, of: run)
        stack.pop()
      }
    case .string, .text, .object:
      stack.push(TemplateFrame(value: value))
      render(content, of: run)
      stack.pop()
    }
  }

  private mutating func renderPartial(_ tag: Int, indentation: Range<Int>, of run: TemplateRun) {
    let name = run.template.tags[tag].name
    guard let partial = renderer.partials(name) else {
      guard case .strict = renderer.configuration else { return }
      let message = "there is no partial '\(name)'"
      return report(
        TemplateRule.partial.diagnostic(
          message, at: run.template.location(of: tag),
          fix: "add the file _\(name).mustache beside the template or in its target's folder"))
    }
    guard run.depth < Self.deepestPartial else {
      let message = "the partial '\(name)' includes itself without end"
      return report(
        TemplateRule.partial.diagnostic(message, at: run.template.location(of: tag)))
    }
    let own = run.template.source.bytes[indentation]
    render(partial, indentation: run.indentation + own, depth: run.depth + 1)
  }
}

/// A template at work: how far its lines are indented, and how many partials it is inside of.
struct TemplateRun {
  let template: MustacheTemplate
  let indentation: [UInt8]
  let depth: Int
}

extension TemplateValue {
  /// Whether a section over the value is rendered.
  var isTrue: Bool {
    switch self {
    case .bool(let value): value
    case .string(let value): !value.isEmpty
    case .text(let text): !text.value.isEmpty
    case .list(let list): list.count > 0
    case .object: true
    }
  }
}
