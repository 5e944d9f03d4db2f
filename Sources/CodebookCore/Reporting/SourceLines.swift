/// A source whose lines are found at once: a log may have a finding on every one of its lines.
struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line starts.
  private let starts: [Int]

  init(_ source: SourceText) {
    bytes = source.bytes
    starts =
      [source.markLength]
      + bytes.indices.lazy.filter { source.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The text of a line, from 1, without its line break; broken UTF-8 shows as U+FFFD.
  func line(_ line: UInt32) -> String? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[Int(line) - 1]
    var end = Int(line) < starts.count ? starts[Int(line)] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
