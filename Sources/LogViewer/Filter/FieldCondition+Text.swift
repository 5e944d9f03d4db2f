internal import CodebookRuntime

extension FieldCondition {
  /// Why a text is no condition.
  package struct SyntaxError: Error, Hashable, Sendable {
    package let message: String
  }

  /// Reads `FIELD OP VALUE`, such as `attempt >= 3`, `details.port=80` or `message ~ timeout`.
  package init(_ text: String, _ vocabulary: RecordVocabulary) throws(SyntaxError) {
    guard let (name, comparison, value) = Self.parts(text) else {
      throw SyntaxError(
        message: "`\(text)` is no condition; write FIELD, one of = != < <= > >= ~, and a value")
    }
    let path = FieldPath(name, vocabulary)
    let isLevel = path.places == [[vocabulary.names.level]]
    if isLevel, let levels = vocabulary.levels(comparison, value) {
      self.init(path.places, .isOne(levels.map(NamePattern.init)))
    } else {
      self.init(path.places, .compares(comparison, Operand(value)))
    }
    let suggestion = path.suggestion.map { "; \($0)" } ?? ""
    hint = "none of the records that were looked at has `\(name)`\(suggestion)"
  }

  private static func parts(_ text: String) -> (String, Comparison, String)? {
    guard let start = text.firstIndex(where: { "=!<>~".contains($0) }) else { return nil }
    let name = trimmed(text[..<start])
    for comparison in Comparison.allCases where text[start...].hasPrefix(comparison.rawValue) {
      let value = trimmed(text[start...].dropFirst(comparison.rawValue.count))
      return name.isEmpty ? nil : (name, comparison, unquoted(value))
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    let front = text.drop { $0 == " " }
    return String(front.reversed().drop { $0 == " " }.reversed())
  }

  /// A value may stand in quotes, so that it can have spaces around it, or be empty.
  private static func unquoted(_ value: String) -> String {
    guard value.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
      value.last == quote
    else { return value }
    return String(value.dropFirst().dropLast())
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
