// Numbers and words.
extension LineReader {
  /// Reads an integer of at most 18 digits; `nil` for anything else, and for `-0`.
  ///
  /// What follows it is for the caller to look at: `1.5` and `1e3` begin with an integer, too.
  @inline(__always)
  mutating func integer() -> Int64? {
    let isNegative = take(UInt8(ascii: "-"))
    let start = at
    var value: Int64 = 0
    while at < end {
      let digit = at.pointee &- UInt8(ascii: "0")
      guard digit < 10, at - start < 19 else { break }
      value = value &* 10 &+ Int64(digit)
      at += 1
    }
    let count = at - start
    guard 1...18 ~= count, start.pointee != UInt8(ascii: "0") || count == 1 && !isNegative else {
      return nil
    }
    return isNegative ? -value : value
  }

  /// Reads a number as JSON has it; `nil` for anything else.
  ///
  /// - Returns: Whether it has neither a point nor an exponent.
  mutating func number() -> Bool? {
    _ = take(UInt8(ascii: "-"))
    let whole = at
    guard digits() > 0, whole.pointee != UInt8(ascii: "0") || at == whole + 1 else { return nil }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      guard digits() > 0 else { return nil }
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      at += 1
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      guard digits() > 0 else { return nil }
    }
    return isInteger
  }

  /// Skips digits.
  ///
  /// - Returns: How many there were.
  mutating func digits() -> Int {
    let start = at
    while peek &- UInt8(ascii: "0") < 10 { at += 1 }
    return at - start
  }

  /// Reads `true` or `false`.
  mutating func boolean() -> Bool { word("true") || word("false") }

  /// Reads a word if it is what comes next.
  mutating func word(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard left >= count else { return false }
    for index in 0..<count where at[index] != word.utf8Start[index] { return false }
    at += count
    return true
  }
}
