/// Whole lines of one source, one behind the other.
package struct LineBlock: Sendable {
  /// The number of the source, in the order in which they were given.
  package var source: Int
  /// The number of the block in its source, from 0.
  package var number: Int
  /// How many bytes of the source stand before it, unpacked.
  package var offset: Int
  /// The lines, each with its line feed, but for the source's last one.
  package var bytes: [UInt8]
  /// How many bytes of its first line are left out, since the line is longer than any record may
  /// be: what is there then is the line's beginning, with its line feed.
  package var skipped: Int

  package init(source: Int, number: Int, offset: Int, bytes: [UInt8], skipped: Int = 0) {
    self.source = source
    self.number = number
    self.offset = offset
    self.bytes = bytes
    self.skipped = skipped
  }
}
