/// "Did you mean …": the known name that is nearest to a mistyped one.
package enum Suggestion {
  /// The nearest of `candidates`, where one is near enough to be what was meant.
  ///
  /// A name that differs by case, hyphens or underscores only comes first; else the edit distance
  /// may be at most a third of the name's length, and at least one edit is always allowed.
  package static func nearest<Names: Sequence<String>>(to name: String, among candidates: Names)
    -> String?
  {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: (name: String, distance: Int)?
    let allowed = max(1, wanted.count / 3)
    for candidate in candidates {
      let limit = (best?.distance ?? allowed + 1) - 1
      guard limit >= 0 else { break }
      guard abs(candidate.utf8.count - wanted.count) <= limit + 2 else { continue }
      let folded = folded(candidate)
      guard abs(folded.count - wanted.count) <= limit else { continue }
      if let distance = EditDistance.between(wanted, folded, limit: limit) {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// A question for a person, such as "did you mean `level`?", or `nil` where nothing is near.
  package static func phrase<Names: Sequence<String>>(
    for name: String, among candidates: Names, prefix: String = ""
  ) -> String? {
    nearest(to: name, among: candidates).map { "did you mean `\(prefix)\($0)`?" }
  }

  /// Lower case, with hyphens for underscores.
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case UInt8(ascii: "_"): UInt8(ascii: "-")
      default: byte
      }
    }
  }
}
