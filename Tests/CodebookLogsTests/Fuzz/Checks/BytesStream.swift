@testable import LogInput

/// Bytes in memory, in pieces.
final class BytesStream: ByteStream {
  private let bytes: [UInt8]
  private let piece: Int
  private(set) var position = 0

  /// - Parameter piece: How many bytes are given at once, at most.
  init(_ bytes: [UInt8], piece: Int) {
    self.bytes = bytes
    self.piece = piece
  }

  var size: Int? { bytes.count }

  func read(into room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, piece, bytes.count - position)
    room.copyBytes(from: bytes[position..<(position + count)])
    position += count
    return count
  }
}
