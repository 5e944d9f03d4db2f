/// A file that goes into an archive.
package struct ArchiveMember {
  /// Reads the next bytes into a buffer and gives their number; 0 at the end.
  package typealias Reader =
    (_ buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int

  /// Where it stands in the archive, with `/` between folders.
  package let path: String

  /// The number of its bytes, which must be known before the first is written.
  package let bytes: Int

  /// Makes a reader that begins with the first byte. It is asked for once the file's turn comes.
  package let open: () throws(ArchiveError) -> Reader

  /// A file that goes into an archive.
  package init(path: String, bytes: Int, open: @escaping () throws(ArchiveError) -> Reader) {
    self.path = path
    self.bytes = bytes
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
