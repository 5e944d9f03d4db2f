internal import CodebookRuntime
internal import Suggestions

/// Finds what a person means by the name of a field.
struct FieldPath {
  /// Where it may stand, the likeliest first.
  let places: [[String]]
  /// What may have been meant, where the catalog does not know the name: "did you mean `attempt`?"
  /// A detail may have any name.
  let suggestion: String?
  /// Whether it is a record's level.
  let isLevel: Bool

  /// A field, a detail by its own name, or a path such as `details.order.id`.
  init(_ text: String, _ vocabulary: RecordVocabulary) {
    let path = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let details = vocabulary.names.details
    let name = path[0]
    let isDetail = path.count > 1 && name == details
    let choice = vocabulary.choice
    isLevel = path.count == 1 && choice.levels.contains(name)
    if path.count == 1, let others = choice.others(than: name) {
      places = [path] + others.map { [$0] }
    } else if isDetail || details.isEmpty || vocabulary.fields.contains(name) {
      places = [path]
    } else {
      // A log of another program has fields that the catalog does not know.
      places = [path, [details] + path]
    }
    let own = isDetail ? path[1] : name
    let known = vocabulary.fields + vocabulary.details
    suggestion = known.contains(own) ? nil : Suggestion.phrase(for: own, among: known)
  }
}
