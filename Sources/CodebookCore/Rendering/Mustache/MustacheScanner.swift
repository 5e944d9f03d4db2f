/// A tag as it stands in a template.
struct ScannedTag {
  enum Kind {
    case escapedValue, value, section, inverted, close, partial, comment, delimiters

    /// Whether a line that holds nothing but the tag leaves the output.
    var canStandAlone: Bool { self != .escapedValue && self != .value }
  }

  let kind: Kind
  let name: String
  /// The tag with its delimiters.
  let bytes: Range<Int>
  let range: SourceRange
}

/// Finds tags and keeps the delimiters that are in force.
struct MustacheScanner {
  let source: SourceText
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  /// The place up to which lines have been counted.
  private var line = 1
  private var lineStart = 0

  init(_ source: SourceText) {
    self.source = source
  }

  var bytes: [UInt8] { source.bytes }

  /// The first tag at or after an offset, which never goes back from one call to the next.
  mutating func nextTag(from offset: Int) throws(TemplateErrors) -> ScannedTag? {
    guard let start = find(opening, from: offset) else { return nil }
    var inner = start + opening.count
    let sigil = inner < bytes.count ? bytes[inner] : 0
    let kind = Self.kind(of: sigil)
    var terminator = closing
    if sigil == UInt8(ascii: "{") { terminator.insert(UInt8(ascii: "}"), at: 0) }
    if kind == .delimiters { terminator.insert(UInt8(ascii: "="), at: 0) }
    if kind != .escapedValue { inner += 1 }
    let from = position(of: start)
    guard let end = find(terminator, from: inner) else {
      let range = SourceRange(from, position(of: min(start + opening.count, bytes.count)))
      throw failure("this tag is never closed", at: range)
    }
    let tagBytes = start..<(end + terminator.count)
    let range = SourceRange(from, position(of: tagBytes.upperBound))
    let content = bytes[inner..<end]
    if kind == .delimiters { try setDelimiters(content, at: range) }
    let name = kind == .comment ? "" : Self.trimmed(content)
    return ScannedTag(kind: kind, name: name, bytes: tagBytes, range: range)
  }

  private static func kind(of sigil: UInt8) -> ScannedTag.Kind {
    switch sigil {
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "="): .delimiters
    case UInt8(ascii: "&"), UInt8(ascii: "{"): .value
    default: .escapedValue
    }
  }

  private mutating func setDelimiters(
    _ content: ArraySlice<UInt8>, at range: SourceRange
  ) throws(TemplateErrors) {
    let parts = content.split(whereSeparator: Self.isSpace)
    guard parts.count == 2, !content.contains(UInt8(ascii: "=")) else {
      throw failure("new delimiters are two words without '=', as in {{=<% %>=}}", at: range)
    }
    opening = Array(parts[0])
    closing = Array(parts[1])
  }

  private func failure(_ message: String, at range: SourceRange) -> TemplateErrors {
    let location = SourceLocation(file: source.name, range: range)
    return TemplateErrors(TemplateRule.syntax.diagnostic(message, at: location))
  }
}

extension MustacheScanner {
  /// The whole line around a tag that nothing but spaces accompanies, its line break included.
  func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
    guard isLineStart(start) else { return nil }
    var end = tag.upperBound
    while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return start..<end }
    if bytes[end] == UInt8(ascii: "\n") { return start..<(end + 1) }
    let next = end + 1
    guard bytes[end] == UInt8(ascii: "\r"), next < bytes.count, bytes[next] == UInt8(ascii: "\n")
    else { return nil }
    return start..<(end + 2)
  }

  func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n")
  }

  private func find(_ needle: [UInt8], from offset: Int) -> Int? {
    var index = offset
    while index + needle.count <= bytes.count {
      if bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// The line and column of an offset; offsets come in rising order.
  private mutating func position(of offset: Int) -> SourcePosition {
    var index = lineStart
    var column = 1
    while index < offset {
      if bytes[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = index + 1
        column = 1
      } else if bytes[index] & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    return SourcePosition(line: line, column: column)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private static func trimmed(_ content: ArraySlice<UInt8>) -> String {
    guard let first = content.firstIndex(where: { !isSpace($0) }),
      let last = content.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: content[first...last], as: UTF8.self)
  }
}
