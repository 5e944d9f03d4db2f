extension Drift {
  /// The first line in which two texts differ.
  static func firstDifference(expected: [UInt8], found: [UInt8]) -> Drift {
    let newline = UInt8(ascii: "\n")
    let common = zip(expected, found).prefix { $0 == $1 }.count
    let line = expected[..<common].reduce(1) { $1 == newline ? $0 + 1 : $0 }
    let start = (expected[..<common].lastIndex(of: newline) ?? -1) + 1
    func text(_ bytes: [UInt8]) -> String? {
      guard start < bytes.count else { return nil }
      let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    return .different(line: line, expected: text(expected), found: text(found))
  }
}
