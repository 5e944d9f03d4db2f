internal import CLibZstd

/// Unpacks zstd data: any number of frames, those to be skipped among them.
final class ZstdStream: ByteStream {
  private let input: PackedInput
  private let state: OpaquePointer
  /// Whether a frame has begun and not ended.
  private var isInFrame = true
  /// Whether there may be more to give without more being read.
  private var mayHoldMore = false

  /// The binary logarithm of how far back data may refer, and so of how much memory it takes.
  private static let window = 25

  init(_ input: PackedInput) throws(LogInputError) {
    self.input = input
    guard let state = ZSTD_createDCtx() else { throw input.damage("zstd cannot begin") }
    self.state = state
    ZSTD_DCtx_setParameter(state, ZSTD_d_windowLogMax, Int32(Self.window))
  }

  deinit { ZSTD_freeDCtx(state) }

  var position: Int { input.position }
  var size: Int? { input.size }

  func read(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int {
    while true {
      if input.beginning.isEmpty, !mayHoldMore { try input.fill() }
      if input.isAtEnd {
        if isInFrame { throw input.cutOff }
        return 0
      }
      let count = try decompress(into: room)
      if count > 0 { return count }
    }
  }

  /// What an error means: a file may be sound, and take more than is here.
  private func failure(_ result: Int) -> LogInputError {
    switch ZSTD_getErrorCode(result) {
    case ZSTD_error_frameParameter_windowTooLarge:
      input.unpackable(
        "its window is larger than \(1 << (Self.window - 20)) MiB", with: "zstd -dc --long=31")
    case ZSTD_error_dictionary_wrong:
      input.unpackable("it was packed with a dictionary", with: "zstd -dc -D DICTIONARY")
    default: input.damage(String(cString: ZSTD_getErrorName(result)))
    }
  }

  /// Unpacks what is here.
  private func decompress(into room: UnsafeMutableRawBufferPointer) throws(LogInputError) -> Int {
    let packed = input.beginning
    var from = ZSTD_inBuffer(src: packed.baseAddress, size: packed.count, pos: 0)
    var to = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
    let wasInFrame = isInFrame
    let result = ZSTD_decompressStream(state, &to, &from)
    if ZSTD_isError(result) != 0 {
      if !wasInFrame { throw input.surplus("zstd") }
      throw failure(result)
    }
    input.drop(from.pos)
    isInFrame = result != 0
    mayHoldMore = to.pos == to.size && isInFrame
    return to.pos
  }
}
