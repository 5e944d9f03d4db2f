/// Why a file holds no results that can be read.
package struct TestReportError: Error, Hashable, Sendable, CustomStringConvertible {
  package let message: String
  /// From 1; `nil` where it is about the file as a whole.
  package let line: Int?
  /// From 1.
  package let column: Int?
  /// Whether the file is no file of results at all; else it is one that broke off, or is wrong.
  package let isOfAnotherKind: Bool

  init(
    _ message: String, line: Int? = nil, column: Int? = nil, isOfAnotherKind: Bool = false
  ) {
    self.message = message
    self.line = line
    self.column = column
    self.isOfAnotherKind = isOfAnotherKind
  }

  /// Such as `:3:14: the XML ends in the middle: it was cut short`, to stand behind a path.
  package var description: String {
    let place = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
    return "\(place): \(message)"
  }
}
