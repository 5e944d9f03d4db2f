extension LineReader {
  /// Skips an object or an array up to the bracket that closes it, of which nothing more is known
  /// then; `false` where there is none.
  mutating func skipContainer() -> Bool {
    var depth = 0
    while at < end {
      switch at.pointee {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        at += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        at += 1
        if depth == 0 { return true }
      case UInt8(ascii: "\""):
        at += 1
        guard text() != nil else { return false }
      default: at += 1
      }
    }
    return false
  }
}
