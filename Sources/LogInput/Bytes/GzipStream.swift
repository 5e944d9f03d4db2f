internal import CLibZ

/// Unpacks gzip data: any number of members, and zeros behind the last.
final class GzipStream: ByteStream {
  private let input: PackedInput
  /// zlib remembers where it stands, so it must not move.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isInMember = true

  /// A window of 32 KiB, and gzip's header and checksum.
  private static let format = MAX_WBITS + 16

  init(_ input: PackedInput) throws(LogInputError) {
    self.input = input
    state.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(state, Self.format, ZLIB_VERSION, size) == Z_OK else {
      throw input.damage("zlib cannot begin")
    }
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
  }

  var position: Int { input.position }
  var size: Int? { input.size }

  func read(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int {
    while true {
      if input.beginning.isEmpty { try input.fill() }
      if input.isAtEnd {
        if isInMember { throw input.cutOff }
        return 0
      }
      if !isInMember, try !beginMember() { continue }
      let count = try inflate(into: room)
      if count > 0 { return count }
    }
  }

  /// Passes zeros over; what follows them must be another member.
  private func beginMember() throws(LogInputError) -> Bool {
    input.drop(input.beginning.prefix { $0 == 0 }.count)
    guard let first = input.beginning.first else { return false }
    guard first == 0x1F else { throw input.surplus("gzip") }
    inflateReset(state)
    isInMember = true
    return true
  }

  /// Unpacks what is here.
  private func inflate(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int {
    let packed = input.beginning
    state.pointee.next_in = UnsafeMutablePointer(
      mutating: packed.baseAddress?.assumingMemoryBound(to: Bytef.self))
    state.pointee.avail_in = uInt(packed.count)
    state.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: Bytef.self)
    state.pointee.avail_out = uInt(clamping: room.count)
    let result = CLibZ.inflate(state, Z_NO_FLUSH)
    input.drop(packed.count - Int(state.pointee.avail_in))
    let count = min(room.count, Int(uInt.max)) - Int(state.pointee.avail_out)
    switch result {
    case Z_STREAM_END: isInMember = false
    case Z_OK, Z_BUF_ERROR: break
    // What came before it goes first; the next call says it again.
    case _ where count > 0: break
    default: throw input.damage(state.pointee.msg.map { String(cString: $0) } ?? "no gzip data")
    }
    return count
  }
}
