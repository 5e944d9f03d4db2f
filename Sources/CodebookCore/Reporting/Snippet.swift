/// A line of a source with the range of a finding marked under it.
struct Snippet {
  /// The line as it is shown.
  let line: String
  /// Spaces up to the range, in terminal columns.
  let indentation: Int
  /// How many columns the range takes on this line; at least one.
  let width: Int

  private static let widest = 120
  /// Below that a line tells nothing.
  private static let narrowest = 20
  /// How many characters on either side are looked at: more than are shown.
  private static let reach = 1000

  /// - Parameters:
  ///   - line: The source's line at which the range starts.
  ///   - room: How many columns there are for it; `nil` where nobody knows.
  init(line: String, range: SourceRange, room: Int? = nil) {
    // Not the whole line: one of 64 MiB would take four times as much.
    let all = line.unicodeScalars
    let column = max(Int(range.start.column) - 1, 0)
    let place = all.index(all.startIndex, offsetBy: column, limitedBy: all.endIndex) ?? all.endIndex
    let first = all.index(place, offsetBy: -Self.reach, limitedBy: all.startIndex) ?? all.startIndex
    let last = all.index(place, offsetBy: Self.reach, limitedBy: all.endIndex) ?? all.endIndex
    let scalars = Array(all[first..<last])
    let start = all.distance(from: first, to: place)
    let end =
      range.end.line > range.start.line
      ? scalars.count
      : min(start + max(Int(range.end.column) - Int(range.start.column), 0), scalars.count)
    self.init(
      scalars, start..<max(start, end), isCutBefore: first > all.startIndex,
      isCutBehind: last < all.endIndex, room: room)
  }

  init(_ excerpt: Excerpt, room: Int? = nil) {
    let scalars = Array(excerpt.text.unicodeScalars)
    self.init(
      scalars, excerpt.range.clamped(to: 0..<scalars.count), isCutBefore: excerpt.isCutBefore,
      isCutBehind: excerpt.isCutBehind, room: room)
  }

  private init(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, isCutBefore: Bool, isCutBehind: Bool,
    room: Int?
  ) {
    let (start, end) = (range.lowerBound, range.upperBound)
    // Two columns are for what tells that the line goes on.
    let widest = min(Self.widest, max(Self.narrowest, (room ?? .max) - 2))
    let window = Self.window(around: start, in: scalars, widest)
    func shown(_ part: Range<Int>) -> String { VisibleText.of(scalars[part.clamped(to: window)]) }
    let before = window.lowerBound > 0 || isCutBefore ? "…" : ""
    let after = window.upperBound < scalars.count || isCutBehind ? "…" : ""
    self.line = before + shown(window) + after
    // Widths are differences from the line's start, since a character can change the width of the
    // one before it.
    let upToStart = VisibleText.width(shown(0..<start))
    indentation = before.count + upToStart
    width = max(1, VisibleText.width(shown(0..<end)) - upToStart)
  }

  /// The part of a line that is shown: `widest` columns, a third of them before the range.
  private static func window(
    around start: Int, in scalars: [Unicode.Scalar], _ widest: Int
  ) -> Range<Int> {
    func columns(_ place: Int) -> Int { VisibleText.width(VisibleText.of(scalars[place...place])) }
    var (lower, upper, used) = (start, start, 0)
    func fits(_ place: Int, limit: Int) -> Bool {
      let needed = columns(place)
      guard used + needed <= limit else { return false }
      used += needed
      return true
    }
    while lower > 0, fits(lower - 1, limit: widest / 3) { lower -= 1 }
    while upper < scalars.count, fits(upper, limit: widest) { upper += 1 }
    while lower > 0, fits(lower - 1, limit: widest) { lower -= 1 }
    return lower..<upper
  }
}
