/// A line of a source.
package struct StoryPlace: Hashable, Sendable, Comparable {
  /// The number of the source, in the order in which they were given.
  package var source: Int32
  /// From 1.
  package var line: Int

  package init(source: Int, line: Int) {
    self.source = Int32(truncatingIfNeeded: source)
    self.line = line
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.source, left.line) < (right.source, right.line)
  }
}
