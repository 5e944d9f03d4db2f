internal import CodebookRuntime
internal import Suggestions

/// The names of fields that a person gave, and that no record had so far.
struct UnusedNames {
  private var names: [(text: String, pattern: NamePattern)]

  init(_ choice: FieldChoice) {
    names = choice.names.map { ($0, NamePattern($0)) }
  }

  /// Takes away the names that a record has.
  mutating func look(at record: ShownRecord) {
    guard !names.isEmpty else { return }
    var own = record.fields.map(\.key)
    if case .object(let details)? = record.fields[record.names.details] {
      own += details.flatMap { [$0.key, "\(record.names.details).\($0.key)"] }
    }
    names.removeAll { name in own.contains { name.pattern.matches($0) } }
  }

  /// What a person is told.
  func notes(_ vocabulary: RecordVocabulary) -> [String] {
    let known = vocabulary.fields + vocabulary.details
    return names.map { name, _ in
      let isKnown = known.contains(name)
      let suggestion = isKnown ? nil : Suggestion.phrase(for: name, among: known)
      return "no record that is shown has `\(name)`" + (suggestion.map { "; \($0)" } ?? "")
    }
  }
}
