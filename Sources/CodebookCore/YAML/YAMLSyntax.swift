/// Says in words for a person what libyaml says in its own.
enum YAMLSyntax {
  static func diagnostic(_ error: YAMLEvents.SyntaxError, file: String) -> Diagnostic {
    let translated = table.first { error.problem.contains($0.problem) }
    // libyaml misses the `:` where it gives up looking for it, often lines below.
    let isKey = error.context == "while scanning a simple key"
    let place = isKey ? error.contextPlace : error.place
    let end = SourcePosition(line: Int(place.line), column: Int(place.column) + 1)
    var notes: [Diagnostic.Note] = []
    if let context = error.context, error.contextPlace < place {
      let range = SourceRange(error.contextPlace, error.contextPlace)
      notes = [.init(context, at: SourceLocation(file: file, range: range))]
    }
    return Diagnostic(
      rule: "yaml-syntax", translated?.message ?? error.problem,
      at: SourceLocation(file: file, range: SourceRange(place, end)), notes: notes,
      fix: translated?.fix)
  }

  private static let table: [(problem: String, message: String, fix: String)] = [
    (
      "cannot start any token", "this character cannot begin a value",
      "indent with spaces, not tabs; put a text that begins with @ ` % or a tab in quotes"
    ),
    (
      "mapping values are not allowed in this context",
      "a second `: ` in one line makes this text look like a mapping",
      "put the text in quotes, or check the indentation"
    ),
    (
      "found invalid Unicode character escape code", "an escape that stands for no character",
      "write the character itself; JSON's pairs of \\u escapes are one \\U escape in YAML"
    ),
    (
      "could not find expected ':'", "a key without a `:` after it",
      "write `key: value`; check the indentation and the quotes of the lines above"
    ),
    (
      "did not find expected key", "this line fits no key of the mapping that it stands in",
      "check the indentation, and quotes that are not closed"
    ),
    (
      "did not find expected '-' indicator", "this line fits no item of the list that it stands in",
      "check the indentation"
    ),
    (
      "did not find expected ',' or", "a bracket or brace is not closed before this place",
      "close it, or put the text in quotes; a key may have 1,024 characters"
    ),
    (
      "found unexpected end of stream", "the file ends inside a quoted text", "close the quotes"
    ),
    (
      "found unknown escape character", "an escape that YAML does not know",
      "write a backslash as two, or use single quotes"
    ),
    (
      "found undefined tag handle", "a tag whose handle is not declared", "remove the tag"
    ),
    (
      "found duplicate", "a directive stands twice", "remove one of them"
    ),
    (
      "found incompatible YAML document", "a catalog is YAML 1.2", "remove the %YAML line"
    ),
  ]
}
