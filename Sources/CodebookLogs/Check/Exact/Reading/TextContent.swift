/// What a text of a line says, and where each byte of it comes from.
///
/// Faults in it have been told; here they stand for themselves.
struct TextContent {
  private let line: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>
  private let hasEscapes: Bool

  init(_ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, hasEscapes: Bool) {
    self.line = line
    self.range = range
    self.hasEscapes = hasEscapes
  }

  /// The text in UTF-8.
  var bytes: [UInt8] {
    guard hasEscapes else { return Array(line[range]) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    walk { bytes += $1 }
    return bytes
  }

  /// The bytes of the line that some bytes of the text come from.
  func place(of part: Range<Int>) -> Range<Int> {
    guard hasEscapes else {
      return (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound)
    }
    var offset = 0
    var start: Int?
    var end = range.upperBound
    walk { source, bytes in
      if start == nil, offset + bytes.count > part.lowerBound { start = source.lowerBound }
      if offset < part.upperBound { end = source.upperBound }
      offset += bytes.count
    }
    let first = start ?? range.upperBound
    return first..<max(first, end)
  }

  private func walk(_ body: (Range<Int>, [UInt8]) -> Void) {
    var position = range.lowerBound
    while position < range.upperBound {
      let start = position
      guard line[position] == UInt8(ascii: "\\") else {
        position += 1
        body(start..<position, [line[start]])
        continue
      }
      let bytes = escape(&position)
      body(start..<position, bytes)
    }
  }

  private func escape(_ position: inout Int) -> [UInt8] {
    let mark = position + 1 < range.upperBound ? line[position + 1] : 0
    if mark == UInt8(ascii: "u") { return unicodeEscape(&position) }
    guard let byte = Self.escapes[mark] else {
      position += 1
      return [UInt8(ascii: "\\")]
    }
    position += 2
    return [byte]
  }

  private func unicodeEscape(_ position: inout Int) -> [UInt8] {
    guard let unit = codeUnit(at: position) else {
      position += 1
      return [UInt8(ascii: "\\")]
    }
    position += 6
    if let scalar = Unicode.Scalar(UInt32(unit)) { return Array(String(scalar).utf8) }
    if unit < 0xDC00, let low = codeUnit(at: position), 0xDC00...0xDFFF ~= low,
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00)
    {
      position += 6
      return Array(String(scalar).utf8)
    }
    return Array("\u{FFFD}".utf8)
  }

  /// The code unit of a `\uXXXX` at a place; `nil` where none stands.
  private func codeUnit(at place: Int) -> UInt16? {
    guard place + 6 <= range.upperBound, line[place] == UInt8(ascii: "\\"),
      line[place + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt16 = 0
    for byte in line[(place + 2)..<(place + 6)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        unit = unit << 4 | UInt16(byte & 0xF) + 9
      default: return nil
      }
    }
    return unit
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]
}
