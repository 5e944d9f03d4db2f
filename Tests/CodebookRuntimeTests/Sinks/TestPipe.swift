import Foundation
import Testing

/// A pipe whose ends are closed at the end.
final class TestPipe {
  private(set) var reader: Int32
  private(set) var writer: Int32

  init() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    (reader, writer) = (ends[0], ends[1])
  }

  deinit {
    closeReader()
    closeWriter()
  }

  func closeReader() {
    if reader >= 0 { close(reader) }
    reader = -1
  }

  func closeWriter() {
    if writer >= 0 { close(writer) }
    writer = -1
  }

  /// Reads what is there now, at most so much.
  func read(_ count: Int = 1 << 20) -> String {
    var bytes: [UInt8] = []
    while bytes.count < count {
      var request = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 0) > 0 else { break }
      var piece = [UInt8](repeating: 0, count: min(4096, count - bytes.count))
      let length = Foundation.read(reader, &piece, piece.count)
      guard length > 0 else { break }
      bytes += piece[..<length]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
