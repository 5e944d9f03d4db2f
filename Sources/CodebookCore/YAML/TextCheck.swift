/// Holds a source's bytes against what YAML, and this reader, can take.
///
/// The reader's library would refuse some of these without a column, and would count U+0085,
/// U+2028 and U+2029 as line breaks, which puts every later line number off.
enum TextCheck {
  /// The first problem of `source`, or `nil` where it is clean.
  static func firstProblem(in source: SourceText) -> Diagnostic? {
    source.bytes.withUnsafeBufferPointer { bytes in
      if let diagnostic = wideEncoding(bytes, file: source.name) { return diagnostic }
      var scan = Scan(bytes: bytes, start: source.markLength)
      guard let problem = scan.run() else { return nil }
      let position = SourcePosition(line: scan.line, column: scan.column(of: scan.offset))
      let end = SourcePosition(line: scan.line, column: Int(position.column) + 1)
      return Diagnostic(
        rule: problem.rule, problem.message,
        at: SourceLocation(file: source.name, range: SourceRange(position, end)),
        fix: problem.fix)
    }
  }

  private static func wideEncoding(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String
  ) -> Diagnostic? {
    guard bytes.count >= 2 else { return nil }
    // Marks, or characters of ASCII with a zero before or behind them.
    let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    guard isWide || bytes[0] == 0 || bytes[1] == 0 else { return nil }
    return Diagnostic(
      rule: "encoding", "the file looks like UTF-16 or UTF-32; a catalog is UTF-8",
      at: SourceLocation(file: file, range: .fileStart), fix: "save the file as UTF-8")
  }
}

/// What can be wrong with one character.
private enum CharacterProblem {
  case notUTF8(UInt8)
  case control(UInt32)
  case lineBreak(UInt32)
  case carriageReturn

  var rule: String {
    switch self {
    case .notUTF8: "encoding"
    case .control, .lineBreak, .carriageReturn: "control-character"
    }
  }

  var message: String {
    switch self {
    case .notUTF8(let byte): "byte 0x\(hex(UInt32(byte), width: 2)) is not valid UTF-8"
    case .control(let scalar): "control character U+\(hex(scalar, width: 4)) in the source"
    case .lineBreak(let scalar): "raw U+\(hex(scalar, width: 4)) would count as a line break"
    case .carriageReturn: "a carriage return without a line feed"
    }
  }

  var fix: String {
    switch self {
    case .notUTF8: "save the file as UTF-8"
    case .control(let scalar), .lineBreak(let scalar):
      "remove it, or write it in double quotes as \"\\u\(hex(scalar, width: 4))\""
    case .carriageReturn: "end lines with LF or CR LF"
    }
  }

  private func hex(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// One pass over the bytes; stops at the first problem, with `offset` and `line` at its place.
private struct Scan {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset: Int
  var line = 1
  var lineStart: Int

  init(bytes: UnsafeBufferPointer<UInt8>, start: Int) {
    self.bytes = bytes
    offset = start
    lineStart = start
  }

  mutating func run() -> CharacterProblem? {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte >= 0x20, byte < 0x7F {
        offset += 1
      } else if byte == UInt8(ascii: "\n") {
        offset += 1
        line += 1
        lineStart = offset
      } else if byte < 0x80 {
        if let problem = controlProblem(byte) { return problem }
        offset += 1
      } else if let problem = multibyteProblem() {
        return problem
      }
    }
    return nil
  }

  func column(of offset: Int) -> Int {
    bytes[lineStart..<offset].reduce(1) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  private func controlProblem(_ byte: UInt8) -> CharacterProblem? {
    switch byte {
    case UInt8(ascii: "\t"): nil
    case UInt8(ascii: "\r"):
      offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n") ? nil : .carriageReturn
    default: .control(UInt32(byte))
    }
  }

  /// Decodes one character of two to four bytes, and steps over it where it is allowed.
  private mutating func multibyteProblem() -> CharacterProblem? {
    let first = bytes[offset]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), offset + length <= bytes.count else {
      return .notUTF8(first)
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for index in 1..<length {
      let byte = bytes[offset + index]
      guard byte & 0xC0 == 0x80 else { return .notUTF8(first) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isOverlong = value < [0, 0, 0x80, 0x800, 0x10000][length]
    guard !isOverlong, Unicode.Scalar(value) != nil else { return .notUTF8(first) }
    switch value {
    case 0x85, 0x2028, 0x2029: return .lineBreak(value)
    case 0x80...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: return .control(value)
    default:
      offset += length
      return nil
    }
  }
}
