import Suggestions

/// What a dotted name leads to.
private enum Resolution {
  case value(TemplateValue)
  /// A text and the name of the form asked of it.
  case form(CatalogText, String)
  /// A part of the name that its object does not know, with the names that it does.
  case unknown(String, [String])
  /// A name after something that holds none; the part before it.
  case notAnObject(String)
  /// The way leads through an absent value, which is false.
  case absent
}

extension Rendering {
  /// The value that a section asks; `nil` where there is none to ask.
  mutating func condition(_ tag: Int, of template: MustacheTemplate) -> TemplateValue? {
    switch resolve(template.tags[tag].path) {
    case .value(let value): return value
    case .absent: return .bool(false)
    case .form(_, let name):
      report(
        TemplateRule.form.diagnostic(
          "the form '\(name)' writes a text and cannot open a section",
          at: template.location(of: tag)))
    case let problem: reportUnresolved(problem, tag, of: template)
    }
    return nil
  }

  /// Writes what `{{x}}` stands for.
  mutating func write(_ tag: Int, of template: MustacheTemplate, escaped: Bool, trailing: Int) {
    switch resolve(template.tags[tag].path) {
    case .value(let value): write(value, tag, of: template, escaped: escaped)
    case .form(let text, let name):
      write(text, form: name, at: template.location(of: tag), trailing: trailing)
    case let problem: reportUnresolved(problem, tag, of: template)
    }
  }

  private func resolve(_ path: [String]) -> Resolution {
    guard var value = stack.value(named: path[0]) else { return .unknown(path[0], stack.names) }
    var index = 1
    while index < path.count {
      let name = path[index]
      switch value {
      case .object(let object):
        guard let next = object.value(named: name) else { return .unknown(name, object.names) }
        value = next
      case .text(let text):
        return index == path.count - 1 ? .form(text, name) : .notAnObject(name)
      case .bool(false): return .absent
      case .bool, .string, .list: return .notAnObject(path[index - 1])
      }
      index += 1
    }
    return .value(value)
  }

  private mutating func reportUnresolved(
    _ problem: Resolution, _ tag: Int, of template: MustacheTemplate
  ) {
    guard case .strict = renderer.configuration else { return }
    let location = template.location(of: tag)
    switch problem {
    case .unknown(let name, let known):
      report(
        TemplateRule.unknownName.diagnostic(
          "there is nothing called '\(name)' here", at: location,
          fix: Suggestion.phrase(for: name, among: known)
            ?? "the names are \(Set(known).sorted().joined(separator: ", "))"))
    case .notAnObject(let name):
      report(
        TemplateRule.unknownName.diagnostic("'\(name)' holds no further names", at: location))
    case .absent:
      let name = template.tags[tag].name
      report(TemplateRule.value.diagnostic("'\(name)' has no value here", at: location))
    case .value, .form: return
    }
  }

  private mutating func write(
    _ value: TemplateValue, _ tag: Int, of template: MustacheTemplate, escaped: Bool
  ) {
    switch (value, renderer.configuration) {
    case (.string(let text), .specification) where escaped:
      SpecificationEscaping.write(text, into: &output)
    case (.string(let text), _): output.append(contentsOf: text.utf8)
    case (.text(let text), .specification):
      SpecificationEscaping.write(text.value, into: &output)
    case (.bool(let value), _): output.append(contentsOf: (value ? "true" : "false").utf8)
    case (.text, .strict(let language)):
      let name = template.tags[tag].name
      let prefix = name == "." ? "" : name
      let forms = language.forms.map { "{{\(prefix).\($0.rawValue)}}" }
      report(
        TemplateRule.form.diagnostic(
          "'\(name)' is a text of the catalog and needs a form", at: template.location(of: tag),
          fix: "write \(forms.joined(separator: ", "))"))
    case (.list, .strict), (.object, .strict):
      report(
        TemplateRule.value.diagnostic(
          "'\(template.tags[tag].name)' is no text; open a section with it",
          at: template.location(of: tag)))
    case (.list, .specification), (.object, .specification): return
    }
  }

  private mutating func write(
    _ text: CatalogText, form name: String, at location: SourceLocation, trailing: Int
  ) {
    guard case .strict(let language) = renderer.configuration else { return }
    guard let form = language.forms.first(where: { $0.rawValue == name }) else {
      let offered = language.forms.map(\.rawValue)
      return report(
        TemplateRule.form.diagnostic(
          "\(language.title) has no form '\(name)'", at: location,
          fix: Suggestion.phrase(for: name, among: offered)
            ?? "its forms are \(offered.joined(separator: ", "))"))
    }
    if let problem = form.write(text.value, in: language, trailing: trailing, into: &output) {
      report(TemplateRule.form.diagnostic(problem, at: location))
    }
  }
}
