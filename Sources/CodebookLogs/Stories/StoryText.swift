import CodebookRuntime

/// Identifiers as they stand in a record.
enum StoryText {
  static func identifier(_ bits: RecordFacts.Bits128) -> String {
    let digits = Array(hexadecimal(bits.high) + hexadecimal(bits.low))
    let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return parts.map { String(digits[$0]) }.joined(separator: "-")
  }

  static func span(_ id: UInt64) -> String { hexadecimal(id) }

  /// Where an identifier stands in a line, with its quotes; the whole line, where it is written
  /// with escapes.
  static func range(of identifier: String, in line: [UInt8]) -> Range<Int> {
    let wanted = Array("\"\(identifier)\"".utf8)
    var start = 0
    while start + wanted.count <= line.count {
      if line[start..<start + wanted.count].elementsEqual(wanted) {
        return start..<start + wanted.count
      }
      start += 1
    }
    return line.indices
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
