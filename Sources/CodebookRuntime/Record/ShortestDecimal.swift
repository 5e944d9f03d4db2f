/// The shortest decimal that gives the same double again.
struct ShortestDecimal {
  /// The digits as an integer, without zeros at the end; 0 for 0.
  let digits: UInt64

  /// The number of digits.
  let count: Int

  /// The decimal exponent of the first digit: 0 for 5.0, 1 for 50.0.
  let exponent: Int

  /// Powers of ten, each of them exact as a double up to the 22nd.
  static let powersOfTen: [UInt64] = {
    var powers: [UInt64] = [1]
    for place in 1..<20 { powers.append(powers[place - 1] * 10) }
    return powers
  }()

  /// - Parameter value: Finite and not negative.
  init(_ value: Double) {
    if let short = ShortestDecimal(short: value) {
      self = short
    } else {
      self.init(described: value)
    }
  }

  private init(digits: UInt64, places: Int) {
    var digits = digits
    var places = places
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    self.digits = digits
    count = LineBuffer.decimalDigits(of: digits)
    exponent = digits == 0 ? 0 : count - 1 - places
  }

  /// A value of at most 15 digits with at most ten of them behind the point; `nil` for others.
  ///
  /// No two decimals of 15 digits are the same double, so the one found is the shortest. Product
  /// and quotient are each rounded once, far less than half a unit of the last of 15 digits.
  private init?(short value: Double) {
    guard value < 1e15, value >= 1e-5 || value == 0 else { return nil }
    var places = 0
    var scale = 1.0
    while places <= 10 {
      let scaled = (value * scale).rounded()
      guard scaled < 1e15 else { return nil }
      if scaled / scale == value {
        self.init(digits: UInt64(scaled), places: places)
        return
      }
      scale *= 10
      places += 1
    }
    return nil
  }

  /// Any value, by the digits that Swift gives: they are the shortest, too.
  private init(described value: Double) {
    var digits: UInt64 = 0
    var places = 0
    var exponent = 0
    var isBehindPoint = false
    var text = value.description
    text.withUTF8 { bytes in
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "."): isBehindPoint = true
        case UInt8(ascii: "e"):
          exponent = Int(String(decoding: bytes[(index + 1)...], as: UTF8.self)) ?? 0
          return
        default:
          // "…0.0" has no digit behind the point that counts, and more before it than fit.
          if isBehindPoint, byte == UInt8(ascii: "0"), index == bytes.count - 1 { continue }
          digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
          if isBehindPoint { places += 1 }
        }
      }
    }
    self.init(digits: digits, places: places - exponent)
  }
}
