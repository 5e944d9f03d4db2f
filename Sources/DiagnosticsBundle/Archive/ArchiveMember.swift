/// A file that goes into an archive.
package struct ArchiveMember: Sendable {
  /// Reads the next bytes into a buffer and gives their number; 0 at the end.
  package typealias Reader =
    (_ buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int

  /// Where it stands in the archive, with `/` between folders.
  package let path: String

  /// The number of its bytes, which must be known before the first is written.
  package let bytes: Int

  /// Makes a reader that begins with the first byte. It is asked for once the file's turn comes.
  package let open: @Sendable () throws(ArchiveError) -> Reader

  /// What the archive says of the bytes that are read, where they are compressed already.
  let compressed: Compressed?

  struct Compressed: Sendable {
    let bytes: Int
    /// Of the file, uncompressed.
    let checksum: UInt32
  }

  /// A file that goes into an archive.
  package init(
    path: String, bytes: Int, open: @escaping @Sendable () throws(ArchiveError) -> Reader
  ) {
    self.init(path: path, bytes: bytes, compressed: nil, open: open)
  }

  init(
    path: String, bytes: Int, compressed: Compressed?,
    open: @escaping @Sendable () throws(ArchiveError) -> Reader
  ) {
    self.path = path
    self.bytes = bytes
    self.compressed = compressed
    self.open = open
  }

  /// A file whose bytes are at hand.
  package init(path: String, contents: [UInt8]) {
    self.init(path: path, bytes: contents.count) {
      var position = 0
      return { (buffer) throws(ArchiveError) in
        let count = min(buffer.count, contents.count - position)
        buffer.copyBytes(from: contents[position..<(position + count)])
        position += count
        return count
      }
    }
  }
}
