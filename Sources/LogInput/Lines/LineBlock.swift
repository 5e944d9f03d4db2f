/// Whole lines of one file, one behind the other.
package struct LineBlock: Sendable {
  /// The number of the source, in the order in which they were given. A rotated set is one source.
  package var source: Int
  /// The number of the file, in the order in which they are read; one source may have several.
  package var file: Int
  /// The number of the block in its file, from 0.
  package var number: Int
  /// How many bytes of the file stand before it, unpacked.
  package var offset: Int
  /// The lines, each with its line feed, but for the file's last one.
  package var bytes: [UInt8]
  /// How many bytes of its only line are left out, since the line is longer than any record may
  /// be: what is there then is the line's beginning, with its line feed.
  package var skipped: Int

  package init(
    source: Int, file: Int, number: Int, offset: Int, bytes: [UInt8], skipped: Int = 0
  ) {
    self.source = source
    self.file = file
    self.number = number
    self.offset = offset
    self.bytes = bytes
    self.skipped = skipped
  }
}
