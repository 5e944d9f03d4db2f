/// Identifiers as they stand in a record.
enum StoryText {
  static func identifier(_ bits: RecordFacts.Bits128) -> String {
    String(decoding: bytes(bits), as: UTF8.self)
  }

  static func span(_ id: UInt64) -> String { String(decoding: bytes(id), as: UTF8.self) }

  /// Where an identifier stands in a line, with its quotes; the whole line, where it is written
  /// with escapes.
  static func range(of bits: RecordFacts.Bits128, in line: [UInt8]) -> Range<Int> {
    range(of: bytes(bits), in: line)
  }

  /// Where a span's identifier stands in a line.
  static func range(of span: UInt64, in line: [UInt8]) -> Range<Int> {
    range(of: bytes(span), in: line)
  }

  private static func range(of identifier: [UInt8], in line: [UInt8]) -> Range<Int> {
    let quote = UInt8(ascii: "\"")
    let wanted = [quote] + identifier + [quote]
    return line.withUnsafeBufferPointer { line in
      wanted.withUnsafeBufferPointer { wanted in
        var start = 0
        while start + wanted.count <= line.count {
          let end = start + wanted.count
          if line[start] == quote, line[end - 1] == quote,
            line[start..<end].elementsEqual(wanted)
          {
            return start..<end
          }
          start += 1
        }
        return line.indices
      }
    }
  }

  private static func bytes(_ bits: RecordFacts.Bits128) -> [UInt8] {
    let digits = bytes(bits.high) + bytes(bits.low)
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append(UInt8(ascii: "-")) }
      text.append(digit)
    }
    return text
  }

  /// Sixteen hexadecimal digits.
  private static func bytes(_ value: UInt64) -> [UInt8] {
    (0..<16).map { place in
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - 4 * place) & 15)
      return digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
  }
}
