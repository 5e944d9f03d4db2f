/// Where in a log something is.
package struct LinePlace: Hashable, Sendable {
  /// The number of the source, in the order in which they were given.
  package var source: Int
  /// From 1.
  package var line: Int
  /// From 1, in Unicode code points; a byte that belongs to none counts as one.
  package var column: Int
  /// The column behind it.
  package var endColumn: Int

  package init(source: Int, line: Int, column: Int, endColumn: Int) {
    self.source = source
    self.line = line
    self.column = column
    self.endColumn = endColumn
  }
}
