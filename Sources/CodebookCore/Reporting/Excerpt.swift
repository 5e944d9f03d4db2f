/// A part of a line of a source that is not kept, with the place of a finding in it.
package struct Excerpt: Sendable, Hashable {
  /// What stands around the place, without line breaks.
  package let text: String
  /// The place, in code points of the text.
  package let range: Range<Int>
  /// Whether the line has more before it.
  package let isCutBefore: Bool
  /// Whether the line has more behind it.
  package let isCutBehind: Bool

  package init(
    _ text: String, range: Range<Int>, isCutBefore: Bool = false, isCutBehind: Bool = false
  ) {
    self.text = text
    self.range = range
    self.isCutBefore = isCutBefore
    self.isCutBehind = isCutBehind
  }
}
