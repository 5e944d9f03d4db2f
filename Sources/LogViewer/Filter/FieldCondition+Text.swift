internal import CodebookRuntime

extension FieldCondition {
  /// Why a text is no condition.
  package struct SyntaxError: Error, Hashable, Sendable {
    package let message: String
  }

  /// Reads `FIELD OP VALUE`, such as `attempt >= 3`, `details.port=80` or `message ~ timeout`.
  package init(_ text: String, _ vocabulary: RecordVocabulary) throws(SyntaxError) {
    guard let (name, comparison, written) = Self.parts(text) else {
      throw SyntaxError(
        message: "`\(text)` is no condition; write FIELD, one of = != < <= > >= ~, and a value")
    }
    if let (foreign, own) = Self.foreignOperator(text) {
      throw SyntaxError(message: "`\(text)` is no condition; write `\(own)`, not `\(foreign)`")
    }
    if let word = Self.conjunction(in: written) {
      throw SyntaxError(message: Self.oneAtATime(text, word))
    }
    let value = Self.unquoted(written)
    let path = FieldPath(name, vocabulary)
    if path.isLevel, let levels = vocabulary.levels(comparison, value) {
      self.init(path.places, Self.level(levels))
    } else {
      self.init(path.places, .compares(comparison, Operand(value)))
    }
    wording = Wording(condition: text, name: name, suggestion: path.suggestion)
  }

  /// That it is a level of one of some names.
  package static func level(_ names: [String]) -> Test {
    let numbers = (10..<70).map(Int64.init).filter { number in
      UsualNames.level(number).map(names.contains) == true
    }
    return .isLevel(names.map(NamePattern.init), numbers: numbers)
  }

  /// An operator of another language, which would be read as one of ours and the beginning of a
  /// value, and ours that means the same.
  private static func foreignOperator(_ text: String) -> (foreign: String, own: String)? {
    guard let start = text.firstIndex(where: { "=!<>~".contains($0) }) else { return nil }
    let own = ["==": "=", "=>": ">=", "=<": "<=", "=~": "~", "~=": "~", "<>": "!="]
    let foreign = String(text[start...].prefix(2))
    return own[foreign].map { (foreign: foreign, own: $0) }
  }

  private static func parts(_ text: String) -> (String, Comparison, String)? {
    guard let start = text.firstIndex(where: { "=!<>~".contains($0) }) else { return nil }
    let name = trimmed(text[..<start])
    for comparison in Comparison.allCases where text[start...].hasPrefix(comparison.rawValue) {
      let value = trimmed(text[start...].dropFirst(comparison.rawValue.count))
      return name.isEmpty ? nil : (name, comparison, value)
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let front = text.drop { $0 == " " }
    return String(front.reversed().drop { $0 == " " }.reversed())
  }

  /// A value may stand in quotes, so that it can have spaces around it, or be empty.
  private static func unquoted(_ value: String) -> String {
    isQuoted(value) ? String(value.dropFirst().dropLast()) : value
  }

  private static func isQuoted(_ value: String) -> Bool {
    guard value.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
      value.last == quote
    else { return false }
    return !value.dropFirst().dropLast().contains(quote)
  }

  /// What joins another condition to a value, which would be taken for a part of it.
  private static func conjunction(in value: String) -> String? {
    guard !isQuoted(value) else { return nil }
    let small = value.lowercased()
    return ["and", "or", "&&", "||"].first { word in
      small.firstRange(of: " \(word) ").map { found in
        small[found.upperBound...].contains { "=<>~".contains($0) }
      } == true
    }
  }

  private static func oneAtATime(_ text: String, _ word: String) -> String {
    let advice =
      ["and", "&&"].contains(word)
      ? "write each behind a --where of its own: all of them must hold"
      : "there is none for alternatives; conditions of several --where must all hold"
    return "`\(text)` is more than one condition: \(advice). A value with `\(word)` in it stands "
      + "in quotes"
  }
}

extension RecordVocabulary {
  /// The levels that are above or below another; `nil` where they are compared as texts.
  fileprivate func levels(_ comparison: Comparison, _ value: String) -> [String]? {
    switch comparison {
    case .atLeast: levels(from: value)
    case .greater: others(than: value, from: value)
    case .less: levels(from: value).map { above in everyLevel.filter { !above.contains($0) } }
    case .atMost:
      others(than: value, from: value).map { above in everyLevel.filter { !above.contains($0) } }
    case .equal, .notEqual, .contains: nil
    }
  }

  private func others(than level: String, from: String) -> [String]? {
    let own = severity(of: level)
    return levels(from: from)?.filter { severity(of: $0) > own }
  }
}
