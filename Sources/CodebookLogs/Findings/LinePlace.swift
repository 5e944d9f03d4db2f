/// Where in a log something is.
package struct LinePlace: Hashable, Sendable {
  /// The number of the file, in the order in which they are read.
  package var file: Int
  /// From 1; 0 where something is about the file as a whole.
  package var line: Int
  /// From 1, in Unicode code points; a byte that belongs to none counts as one.
  package var column: Int
  /// The column behind it.
  package var endColumn: Int

  package init(file: Int, line: Int, column: Int, endColumn: Int) {
    self.file = file
    self.line = line
    self.column = column
    self.endColumn = endColumn
  }

  /// The beginning of a line, or a file as a whole.
  package init(file: Int, line: Int) {
    self.init(file: file, line: line, column: 1, endColumn: 1)
  }

  /// Whether another place comes later in the logs.
  func isBefore(_ other: Self) -> Bool {
    (file, line, column) < (other.file, other.line, other.column)
  }

  /// Bytes of a line.
  init(file: Int, line: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let start = CodePoints.count(in: bytes, before: range.lowerBound)
    let rest = UnsafeBufferPointer(rebasing: bytes[min(range.lowerBound, bytes.count)...])
    let width = CodePoints.count(in: rest, before: range.count)
    self.init(file: file, line: line, column: start + 1, endColumn: start + 1 + width)
  }
}
