/// A line of a source with the range of a finding marked under it.
struct Snippet {
  /// The line as it is shown.
  let line: String
  /// Spaces up to the range, in terminal columns.
  let indentation: Int
  /// How many columns the range takes on this line; at least one.
  let width: Int

  private static let widest = 120

  /// - Parameter line: The source's line at which the range starts.
  init(line: String, range: SourceRange) {
    let scalars = Array(line.unicodeScalars)
    let start = min(Int(range.start.column) - 1, scalars.count)
    let end =
      range.end.line > range.start.line
      ? scalars.count : min(max(Int(range.end.column) - 1, start), scalars.count)
    let window = Self.window(around: start..<end, in: scalars)
    func shown(_ part: Range<Int>) -> String.UnicodeScalarView {
      scalars[part.clamped(to: window)].reduce(into: String.UnicodeScalarView()) {
        $0.append(contentsOf: VisibleText.characters(for: $1))
      }
    }
    let before = window.lowerBound > 0 ? "…" : ""
    let after = window.upperBound < scalars.count ? "…" : ""
    self.line = before + String(shown(window)) + after
    indentation = before.count + VisibleText.width(shown(0..<start))
    width = max(1, VisibleText.width(shown(start..<end)))
  }

  /// The part of a long line that is shown.
  private static func window(around range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    guard scalars.count > widest else { return 0..<scalars.count }
    let start = max(0, min(range.lowerBound - widest / 3, scalars.count - widest))
    return start..<min(scalars.count, start + widest)
  }
}
