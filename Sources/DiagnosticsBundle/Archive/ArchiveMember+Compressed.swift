internal import CodebookRuntime

extension ArchiveMember {
  /// The same file compressed ahead of the archive that it goes into, which then has the same bytes:
  /// libzip compresses one file after the other, and these may be compressed side by side.
  ///
  /// - Parameters:
  ///   - descriptor: A file for what is compressed; whoever opened it may close it.
  ///   - progress: As of `ArchiveWriter.write`.
  func compressed(
    into descriptor: Int32, progress: @escaping (_ bytes: Int) -> Bool = { _ in true }
  ) throws(ArchiveError) -> ArchiveMember {
    try ArchiveWriter.write(
      [self], time: Timestamp(milliseconds: 0), to: descriptor, progress: progress)
    let file = try ArchiveFile(copying: descriptor)
    guard let entry = try ArchiveDirectory(file).entries.first, entry.isReadable, bytes > 0 else {
      throw ArchiveError(.damaged, "what was compressed cannot be read again")
    }
    let compressed = Compressed(bytes: entry.compressedBytes, checksum: entry.checksum)
    return ArchiveMember(path: path, bytes: bytes, compressed: compressed) {
      var position = entry.dataOffset
      let end = position + entry.compressedBytes
      return { (buffer) throws(ArchiveError) in
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(end - position))
        let count = try file.read(into: room, at: position)
        position += count
        return count
      }
    }
  }
}
