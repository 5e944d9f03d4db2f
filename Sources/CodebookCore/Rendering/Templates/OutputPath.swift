import Suggestions

/// The path of a template's outputs, with its placeholders.
struct OutputPath {
  private enum Piece {
    case text(String)
    /// The parts of a dotted name.
    case placeholder([String])
  }

  private let pieces: [Piece]
  private let template: String

  /// - Parameters:
  ///   - pattern: The path, with placeholders such as `{errors.code}`.
  ///   - template: The template's own path, for findings.
  init(_ pattern: String, template: String) throws(TemplateErrors) {
    var pieces: [Piece] = []
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw Self.failure("a placeholder in the path is never closed", template)
      }
      pieces.append(.text(String(rest[..<open])))
      let name = rest[rest.index(after: open)..<close]
      pieces.append(
        .placeholder(name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)))
      rest = rest[rest.index(after: close)...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
    self.template = template
  }

  /// Whether there is an output for each element of a list of entries, of which there may be
  /// thousands. A bundle has a few files, and its schemas are no pages.
  func isOfElements(in context: any TemplateObject) throws(TemplateErrors) -> Bool {
    try listName(in: context).map { $0 != BundleView.documents } ?? false
  }

  /// Each output's path, with the element that it is about.
  func expanded(
    _ context: any TemplateObject
  ) throws(TemplateErrors) -> [(path: String, element: PathElement?)] {
    guard let name = try listName(in: context), case .list(let list)? = context.value(named: name)
    else { return [(try path(context, element: nil), nil)] }
    var outputs: [(path: String, element: PathElement?)] = []
    outputs.reserveCapacity(list.count)
    for index in 0..<list.count {
      let element = PathElement(list: name, elements: list, index: index)
      outputs.append((try path(context, element: element), element))
    }
    return outputs
  }

  /// The list that the path goes over; every placeholder that begins with a list names the same.
  private func listName(in context: any TemplateObject) throws(TemplateErrors) -> String? {
    var found: String?
    for case .placeholder(let parts) in pieces {
      guard case .list? = context.value(named: parts[0]) else { continue }
      if let found, found != parts[0] {
        throw Self.failure("the path goes over two lists, '\(found)' and '\(parts[0])'", template)
      }
      found = parts[0]
    }
    return found
  }

  private func path(
    _ context: any TemplateObject, element: PathElement?
  ) throws(TemplateErrors) -> String {
    var path = ""
    for piece in pieces {
      switch piece {
      case .text(let text): path += text
      case .placeholder(let parts): path += try text(of: parts, context, element)
      }
    }
    guard Self.isSafe(path) else {
      throw Self.failure("'\(Visible.text(path))' is not a safe path", template)
    }
    return path
  }

  private func text(
    of parts: [String], _ context: any TemplateObject, _ element: PathElement?
  ) throws(TemplateErrors) -> String {
    var value: TemplateValue = .object(context)
    for part in parts {
      if let element, part == element.list, case .object(let object) = value,
        case .list? = object.value(named: part)
      {
        value = element.value
        continue
      }
      guard case .object(let object) = value, let next = object.value(named: part) else {
        let names = if case .object(let object) = value { object.names } else { [String]() }
        throw Self.failure(
          "there is nothing called '\(part)' for the path", template,
          fix: Suggestion.phrase(for: part, among: names))
      }
      value = next
    }
    // Only the list of the bundle's files has names with folders in them.
    guard case .string(let text) = value,
      !text.contains("/") || element?.list == BundleView.documents
    else {
      throw Self.failure(
        "'\(parts.joined(separator: "."))' is not a name that a path can hold", template)
    }
    return text
  }

  /// Whether a path stays in its folder on every system.
  private static func isSafe(_ path: String) -> Bool {
    let hasOddCharacter = path.unicodeScalars.contains {
      Visible.isHidden($0) || $0 == "\n" || $0 == "\t" || $0 == "\\" || $0 == ":"
    }
    let components = path.split(separator: "/", omittingEmptySubsequences: false)
    return !hasOddCharacter && !components.contains { $0.isEmpty || $0 == "." || $0 == ".." }
  }

  private static func failure(
    _ message: String, _ template: String, fix: String? = nil
  ) -> TemplateErrors {
    TemplateErrors(
      TemplateRule.path.diagnostic(message, at: SourceLocation(file: template), fix: fix))
  }
}

/// The element of a list that an output is about; made anew when it is needed.
struct PathElement: Sendable {
  let list: String
  let elements: TemplateList
  let index: Int

  var value: TemplateValue { elements.element(at: index) }
}
