internal import CodebookCore

/// What is wrong with a line whatever stands in it.
extension LineFinding {
  static let tornRule = "log-torn-line"

  /// The last line of a file without a line feed.
  ///
  /// - Parameter end: How many bytes the line has.
  static func torn(at end: Int) -> LineFinding {
    LineFinding(
      rule: tornRule, severity: .error, "the last line has no line feed", at: end..<end,
      fix: "a process ended while it wrote, or is still writing: look at the line's end")
  }

  /// A line of which only the beginning is there.
  static let oversized = LineFinding(
    rule: "log-oversized-line", severity: .error,
    "the line has more than the 16,383 bytes that a record may have", at: 0..<1,
    fix: nil)
}

extension LineFinding {
  /// A log without records.
  ///
  /// - Parameter isOpen: Whether all records count.
  static func empty(isOpen: Bool) -> LineFinding {
    LineFinding(
      rule: "log-empty", severity: .error,
      isOpen ? "there is no record" : "there is no record of that time", at: 0..<0,
      fix: isOpen
        ? "look whether the process writes to this file" : "give another --since or --until")
  }
}
