internal import CLibZip

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Reads the files of an archive that is not to be trusted, and never writes any.
///
/// Whatever the archive holds, little of it is in memory at any time.
package final class ArchiveReader {
  private static let chunkLength = 128 << 10

  private let archive: OpaquePointer

  /// Opens an archive whose directory is sound.
  ///
  /// - Throws: `ArchiveError` where libzip finds something about it all the same.
  package init(_ file: ArchiveFile) throws(ArchiveError) {
    let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw ArchiveError("open it", code: errno) }
    var code: Int32 = 0
    guard let archive = zip_fdopen(copy, ZIP_CHECKCONS, &code) else {
      close(copy)
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      throw ArchiveError("read it", &error)
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// Gives the bytes of a file, piece by piece.
  ///
  /// - Throws: `ArchiveError` where they are damaged, or more or fewer than the archive says; what
  ///   came before was given. What `take` throws.
  package func read(
    _ entry: ArchiveEntry, _ take: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    guard let member = zip_fopen_index(archive, zip_uint64_t(entry.index), 0) else {
      throw ArchiveError("read it", zip_get_error(archive))
    }
    defer { zip_fclose(member) }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.chunkLength, alignment: 16)
    defer { chunk.deallocate() }
    var count = 0
    while true {
      let read = zip_fread(member, chunk.baseAddress, zip_uint64_t(chunk.count))
      guard read >= 0 else {
        throw ArchiveError("read it", zip_file_get_error(member))
      }
      if read == 0 { break }
      count += Int(read)
      guard count <= entry.bytes else {
        throw ArchiveError(.damaged, "it has more than the \(entry.bytes) bytes that it says")
      }
      try take(UnsafeRawBufferPointer(rebasing: chunk[..<Int(read)]))
    }
    guard count == entry.bytes else {
      throw ArchiveError(.damaged, "it has \(count) bytes and not the \(entry.bytes) that it says")
    }
  }

  /// All bytes of a file that has at most `limit`; `nil` where it says that it has more.
  package func bytes(of entry: ArchiveEntry, limit: Int) throws(ArchiveError) -> [UInt8]? {
    guard entry.bytes <= limit else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.bytes)
    try read(entry) { (chunk) throws(ArchiveError) in bytes += chunk }
    return bytes
  }
}
