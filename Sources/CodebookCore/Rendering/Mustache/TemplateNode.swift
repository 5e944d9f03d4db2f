/// One step of a parsed template; offsets point into the template's bytes.
///
/// Sections hold no children of their own: they say where their content ends, so that a template
/// is one flat array.
enum TemplateNode: Sendable {
  /// Bytes written as they are. `startsLine`: the first of them begins a line of the template.
  case text(Range<Int>, startsLine: Bool)
  /// The start of a line that begins with a tag; a partial's indentation goes here.
  case lineStart
  /// `{{x}}`, `{{{x}}}`, `{{&x}}`. `trailing`: columns that the rest of its line takes for certain.
  case value(tag: Int, escaped: Bool, trailing: Int)
  /// `{{#x}}` or `{{^x}}`; the content is the nodes up to `end`.
  case section(tag: Int, inverted: Bool, end: Int)
  /// `{{>x}}`; a partial that stands alone on its line indents each of its lines.
  case partial(tag: Int, indentation: Range<Int>)
}

/// A name in a template, with its place.
struct TemplateTag: Sendable {
  /// The name as it is written, such as `code.swiftName`.
  let name: String
  /// The parts of a dotted name; an empty first part is the element itself, as in `{{.}}`.
  let path: [String]
  let range: SourceRange

  init(name: String, range: SourceRange) {
    self.name = name
    self.range = range
    path =
      name == "."
      ? [""]
      : name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  /// Whether every part is a name; only the first may be empty, as in `{{.literal}}`.
  var isWellFormed: Bool {
    name == "."
      || !path.dropFirst().contains("") && path.allSatisfy { $0.utf8.allSatisfy(Self.isNameByte) }
        && path.last != ""
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
