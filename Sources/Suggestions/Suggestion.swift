/// "Did you mean …": the known name that is nearest to a mistyped one.
package enum Suggestion {
  /// The nearest of `candidates`, where one is near enough to be what was meant.
  ///
  /// A name that differs by case, hyphens or underscores only comes first; else the edit distance
  /// may be at most a third of the name's length, at least one and at most five. Where none is that
  /// near, one that begins with the name is, or one that the name begins with: four letters of it
  /// at least. Of names equally near the first in alphabetical order is taken, so that the order of `candidates`, which may be
  /// a set, never shows.
  package static func nearest<Names: Sequence<String>>(to name: String, among candidates: Names)
    -> String?
  {
    let wanted = folded(name)
    guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
    var best: String?
    // One letter is too little to tell what was meant.
    var limit = wanted.count < 2 ? 0 : min(5, max(1, wanted.count / 3))
    for candidate in candidates where abs(candidate.utf8.count - wanted.count) <= limit {
      guard let distance = EditDistance.between(wanted, folded(candidate), limit: limit) else {
        continue
      }
      if distance < limit || best.map({ candidate < $0 }) ?? true { best = candidate }
      limit = distance
    }
    return best ?? longer(wanted, candidates)
  }

  /// The candidate that has a name as its beginning, or is the beginning of it.
  private static func longer<Names: Sequence<String>>(
    _ wanted: [UInt8], _ candidates: Names
  ) -> String? {
    candidates.filter { candidate in
      let known = folded(candidate)
      return min(known.count, wanted.count) >= 4
        && (known.starts(with: wanted) || wanted.starts(with: known))
    }.min {
      let (left, right) = (abs($0.utf8.count - wanted.count), abs($1.utf8.count - wanted.count))
      return left == right ? $0 < $1 : left < right
    }
  }

  /// A question for a person, such as "did you mean `level`?", or `nil` where nothing is near.
  package static func phrase<Names: Sequence<String>>(
    for name: String, among candidates: Names, prefix: String = ""
  ) -> String? {
    nearest(to: name, among: candidates).map { "did you mean `\(prefix)\($0)`?" }
  }

  /// The number of edits between two names, with case and hyphens left aside; `nil` where it is
  /// above `limit`.
  package static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    EditDistance.between(folded(left), folded(right), limit: limit)
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
