/// How much of a log is in memory.
package struct LineLimits: Hashable, Sendable {
  /// How many bytes a block has, about.
  package var block: Int
  /// How many bytes a line may have to be there as a whole, without its line feed: four times what
  /// a record may have.
  package let longest = 65_536
  /// How many bytes of a longer line are kept.
  package let kept = 65_536

  package init(block: Int = 256 << 10) {
    self.block = max(1, block)
  }
}
