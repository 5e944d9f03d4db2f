/// What makes the difference between two examples of one rule, which are long lines.
enum ExampleDifference {
  private static let longest = 100

  /// The members that differ, as lines of text; `nil` where the examples are no two records, or
  /// have little in common.
  static func text(bad: String, good: String) -> String? {
    guard bad != good, isRecord(bad), isRecord(good) else { return nil }
    let (bad, good) = (Array(bad.unicodeScalars), Array(good.unicodeScalars))
    let start = start(bad, good)
    let tail = tail(bad, good, from: start)
    let parts = [bad, good].map { text($0[start..<max(start, $0.count - tail)]) }
    guard parts.allSatisfy({ $0.count <= longest }) else { return nil }
    return "bad:  \(parts[0].isEmpty ? "nothing" : parts[0])\n"
      + "good: \(parts[1].isEmpty ? "nothing" : parts[1])"
  }

  private static func isRecord(_ text: String) -> Bool {
    text.hasPrefix("{") && text.hasSuffix("}") && !text.contains("\n")
  }

  /// Where the first member begins that differs.
  private static func start(_ bad: [Unicode.Scalar], _ good: [Unicode.Scalar]) -> Int {
    let common = zip(bad, good).prefix { $0 == $1 }.count
    return bad[..<common].lastIndex { $0 == "," || $0 == "{" }.map { $0 + 1 } ?? 0
  }

  /// How much of both stands behind the last member that differs.
  private static func tail(
    _ bad: [Unicode.Scalar], _ good: [Unicode.Scalar], from start: Int
  ) -> Int {
    let (bad, good) = (bad[start...], good[start...])
    let common = zip(bad.reversed(), good.reversed()).prefix { $0 == $1 }.count
    return bad.suffix(common).firstIndex { $0 == "," || $0 == "}" }.map { bad.endIndex - $0 } ?? 0
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
