/// A place in a text: line and column, both from 1.
///
/// Columns count Unicode code points, as SARIF's `unicodeCodePoints` does.
package struct SourcePosition: Sendable, Hashable, Comparable {
  package var line: UInt32
  package var column: UInt32

  package init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }

  /// The first character of a file.
  package static let start = SourcePosition(line: 1, column: 1)
}

/// The half-open stretch of text from `start` up to, and not including, `end`.
package struct SourceRange: Sendable, Hashable, Comparable {
  package var start: SourcePosition
  package var end: SourcePosition

  package init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// The empty range at the first character of a file.
  package static let fileStart = SourceRange(.start, .start)

  package static func < (left: Self, right: Self) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A range in a named file.
package struct SourceLocation: Sendable, Hashable, Comparable {
  /// The path as the user gave it, or a name such as `<stdin>`.
  package var file: String
  /// `nil` where a finding is about the file as a whole.
  package var range: SourceRange?

  package init(file: String, range: SourceRange? = nil) {
    self.file = file
    self.range = range
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.file != right.file { return left.file < right.file }
    switch (left.range, right.range) {
    case (nil, nil): return false
    case (nil, _): return true
    case (_, nil): return false
    case (let left?, let right?): return left < right
    }
  }
}
