/// A message split at its parameters.
///
/// A parameter is a declared name in single braces, `{retry_after_s}`; every other brace is text,
/// and `{{` never begins a parameter.
package struct MessageTemplate: Sendable {
  package enum Segment: Sendable {
    case text(String)
    case parameter(ParameterEntry)
  }

  /// A name in braces, whether or not it is declared.
  package struct Placeholder: Sendable {
    package let name: String
    /// Where it stands in the message, braces included, in code points.
    package let characters: Range<Int>
  }

  package let segments: [Segment]

  package init(_ message: String, parameters: [ParameterEntry]) {
    guard !parameters.isEmpty else {
      segments = [.text(message)]
      return
    }
    let scalars = Array(message.unicodeScalars)
    var segments: [Segment] = []
    var start = 0
    for placeholder in Self.placeholders(in: message) {
      guard let parameter = parameters.first(where: { $0.name == placeholder.name }) else {
        continue
      }
      if start < placeholder.characters.lowerBound {
        segments.append(.text(Self.text(scalars[start..<placeholder.characters.lowerBound])))
      }
      segments.append(.parameter(parameter))
      start = placeholder.characters.upperBound
    }
    if start < scalars.count || segments.isEmpty {
      segments.append(.text(Self.text(scalars[start...])))
    }
    self.segments = segments
  }

  /// The message as it reads where no parameter's value is known.
  package var withFallbacks: String {
    segments.map { segment in
      switch segment {
      case .text(let text): text
      case .parameter(let parameter): parameter.fallback
      }
    }.joined()
  }

  /// Every `{snake_case}` of a message that no brace precedes.
  package static func placeholders(in message: String) -> [Placeholder] {
    guard message.utf8.contains(UInt8(ascii: "{")) else { return [] }
    let scalars = Array(message.unicodeScalars)
    var placeholders: [Placeholder] = []
    var place = 0
    while place < scalars.count {
      defer { place += 1 }
      guard scalars[place] == "{", place == 0 || scalars[place - 1] != "{" else { continue }
      // Not the next `}`: a text of nothing but `{` would be searched to its end for each of them.
      let end = scalars[(place + 1)...].prefix(while: isPartOfName).endIndex
      guard end < scalars.count, scalars[end] == "}" else { continue }
      let name = text(scalars[(place + 1)..<end])
      guard TextShape.snakeCase.accepts(name) else { continue }
      placeholders.append(Placeholder(name: name, characters: place..<(end + 1)))
    }
    return placeholders
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "_"
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
