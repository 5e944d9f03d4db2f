/// Two lines that differ, each cut to what is around the first difference.
struct LineDifference {
  /// How many scalars both begin with.
  let common: Int
  let expected: String
  let found: String

  private static let before = 20
  private static let widest = 60

  /// - Parameters:
  ///   - expected: `nil` for the end of the file, as in `found`.
  init(expected: String?, found: String?) {
    let left = Array((expected ?? "").unicodeScalars)
    let right = Array((found ?? "").unicodeScalars)
    let common = zip(left, right).prefix { $0 == $1 }.count
    self.common = common
    self.expected = expected == nil ? Self.end : Self.excerpt(left, around: common)
    self.found = found == nil ? Self.end : Self.excerpt(right, around: common)
  }

  private static let end = "the end of the file"

  private static func excerpt(_ line: [Unicode.Scalar], around place: Int) -> String {
    let start = line.count <= widest ? 0 : max(0, place - before)
    let end = min(line.count, start + widest)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line[start..<end])
    return (start > 0 ? "…" : "") + String(text) + (end < line.count ? "…" : "")
  }
}
