internal import CLibZip

extension ArchiveFile {
  private static let chunkLength = 128 << 10

  /// Whether the compressed bytes of a file end where its stream does: libzip, as most programs, does
  /// not look at what stands behind it.
  package func endsWithItsStream(_ entry: ArchiveEntry) throws(ArchiveError) -> Bool {
    guard entry.compressedBytes > 0 else { return true }
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let output = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: Self.chunkLength)
    defer {
      inflateEnd(stream)
      stream.deallocate()
      output.deallocate()
    }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else {
      throw ArchiveError(.failed, "cannot unpack it")
    }
    var offset = entry.offset + LocalHeader.length + entry.name.count
    let end = offset + entry.compressedBytes
    while offset < end {
      var chunk = Array(try bytes(at: offset, count: min(end - offset, Self.chunkLength)))
      offset += chunk.count
      let code = chunk.withUnsafeMutableBufferPointer { Self.inflate($0, stream, output) }
      if code == Z_STREAM_END { return offset == end && stream.pointee.avail_in == 0 }
      guard code == Z_OK || code == Z_BUF_ERROR, !chunk.isEmpty else { return false }
    }
    return false
  }

  /// Unpacks a piece, and forgets what was in it.
  private static func inflate(
    _ piece: UnsafeMutableBufferPointer<UInt8>, _ stream: UnsafeMutablePointer<z_stream>,
    _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int32 {
    stream.pointee.next_in = piece.baseAddress
    stream.pointee.avail_in = UInt32(piece.count)
    while true {
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(output.count)
      let code = CLibZip.inflate(stream, Z_NO_FLUSH)
      guard code == Z_OK, stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0 else {
        return code
      }
    }
  }
}
