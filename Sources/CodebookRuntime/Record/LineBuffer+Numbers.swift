extension LineBuffer {
  /// Writes an integer's decimal digits.
  mutating func append(integer value: Int64) {
    if value < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  /// Writes decimal digits.
  mutating func append(digitsOf value: UInt64) {
    let count = Self.decimalDigits(of: value)
    Self.write(value, count: count, to: next)
    advance(by: count)
  }

  /// Writes a number as `docs/log-format.md` has it: the shortest digits that give the same double.
  mutating func append(number value: Double) {
    guard value.isFinite else {
      append(value.isNaN ? "\"NaN\"" : value < 0 ? "\"-Infinity\"" : "\"Infinity\"")
      return
    }
    if value.sign == .minus { append(UInt8(ascii: "-")) }
    append(decimal: ShortestDecimal(value.magnitude))
  }

  private mutating func append(decimal: ShortestDecimal) {
    let exponent = decimal.exponent
    switch exponent {
    case -4..<0:
      append("0.")
      for _ in 0..<(-exponent - 1) { append(UInt8(ascii: "0")) }
      append(digitsOf: decimal.digits)
    case 0..<16:
      appendPlain(decimal)
    default:
      appendScientific(decimal)
    }
  }

  /// Digits with the point among or behind them.
  private mutating func appendPlain(_ decimal: ShortestDecimal) {
    let whole = decimal.exponent + 1
    let fraction = decimal.count - whole
    guard fraction > 0 else {
      append(digitsOf: decimal.digits)
      for _ in 0..<(-fraction) { append(UInt8(ascii: "0")) }
      append(".0")
      return
    }
    let scale = ShortestDecimal.powersOfTen[fraction]
    append(digitsOf: decimal.digits / scale)
    append(UInt8(ascii: "."))
    Self.write(decimal.digits % scale, count: fraction, to: next)
    advance(by: fraction)
  }

  private mutating func appendScientific(_ decimal: ShortestDecimal) {
    let fraction = decimal.count - 1
    let scale = ShortestDecimal.powersOfTen[fraction]
    append(digitsOf: decimal.digits / scale)
    if fraction > 0 {
      append(UInt8(ascii: "."))
      Self.write(decimal.digits % scale, count: fraction, to: next)
      advance(by: fraction)
    }
    append(decimal.exponent < 0 ? "e-" : "e+")
    let exponent = UInt64(abs(decimal.exponent))
    if exponent < 10 { append(UInt8(ascii: "0")) }
    append(digitsOf: exponent)
  }

  /// The number of decimal digits; 1 for 0.
  @inline(__always)
  static func decimalDigits(of value: UInt64) -> Int {
    var count = 1
    var rest = value
    while rest >= 10_000 {
      rest /= 10_000
      count &+= 4
    }
    return count &+ (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
  }

  /// Writes the lowest `count` decimal digits, the highest first.
  @inline(__always)
  static func write(_ value: UInt64, count: Int, to text: UnsafeMutablePointer<UInt8>) {
    var rest = value
    var index = count &- 1
    while index >= 0 {
      text[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      index &-= 1
    }
  }
}
