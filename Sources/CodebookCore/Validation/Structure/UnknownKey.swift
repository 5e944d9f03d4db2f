internal import Suggestions

extension ObjectShape {
  /// What to do about a key that a mapping of this shape cannot have.
  ///
  /// - Parameter variants: What else the mapping could be, where it is one of several kinds.
  func advice(about key: String, among variants: VariantsShape?) -> String {
    if key == "<<" { return "merge keys are not part of YAML 1.2; write the keys out" }
    let others = (variants?.variants ?? []).filter { variant in
      variant.object.properties.contains { $0.key == key }
    }
    if let variants, !others.isEmpty {
      let kinds = others.map { "`\($0.name)`" }.joined(separator: " or ")
      return "`\(variants.key)` must be \(kinds) to have it"
    }
    let known = properties.map(\.key)
    return Suggestion.phrase(for: key, among: known)
      ?? "known keys: \(known.joined(separator: ", "))"
      + (allowsExtensions ? "; keys of your own begin with `x-`" : "")
  }
}
