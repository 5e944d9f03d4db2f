@testable import LogInput

/// A log that may be packed: it is read to its end or to a fault, whatever the pieces in which it
/// comes.
enum PackedPromises {
  private struct Read {
    var bytes: [UInt8] = []
    var error: LogInputError?
    /// Whether there was more than anybody wants to wait for.
    var isCut = false
  }

  /// A few bytes may be packed for very many.
  private static let most = 1 << 20

  static func check(_ input: ArraySlice<UInt8>) throws(BrokenPromise) {
    guard let size = input.first else { return }
    let packed = Array(input.dropFirst())
    let whole = read(packed, piece: .max, room: 1 << 16)
    let parts = read(packed, piece: Int(size) % 16 + 1, room: Int(size) * 16 + 1)
    try BrokenPromise.unless(
      whole.bytes.starts(with: parts.bytes) || parts.bytes.starts(with: whole.bytes),
      "other bytes in pieces")
    if whole.isCut || parts.isCut { return }
    try BrokenPromise.unless(
      (whole.error == nil) == (parts.error == nil),
      "\(whole.error.debugDescription) is not \(parts.error.debugDescription)")
    if whole.error == nil {
      try BrokenPromise.unless(whole.bytes == parts.bytes, "fewer bytes in pieces")
    }
    for error in [whole.error, parts.error] { try SafeText.check(error?.description ?? "") }
  }

  private static func read(_ packed: [UInt8], piece: Int, room: Int) -> Read {
    var read = Read()
    do throws(LogInputError) {
      let stream = try OpenedLog.stream(BytesStream(packed, piece: piece), "log")
      let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: room, alignment: 1)
      defer { memory.deallocate() }
      while read.bytes.count < most {
        let count = try stream.read(into: memory)
        if count == 0 { return read }
        read.bytes += memory.prefix(count)
      }
      read.isCut = true
    } catch {
      read.error = error
    }
    return read
  }
}
