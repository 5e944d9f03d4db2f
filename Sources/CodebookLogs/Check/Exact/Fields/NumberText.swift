#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A number as JSON has it, compared without loss.
struct NumberText {
  private enum Value {
    case integer(Int64)
    /// Beyond 64 bits, or with a point or an exponent.
    case double(Double)
    /// More digits than 64 bits have.
    case beyond(isNegative: Bool)
  }

  private let value: Value

  init(_ text: UnsafeBufferPointer<UInt8>, isInteger: Bool) {
    let string = String(decoding: text, as: UTF8.self)
    if isInteger {
      value =
        Int64(string).map { .integer($0) }
        ?? .beyond(isNegative: text.first == UInt8(ascii: "-"))
    } else {
      value = .double(Self.double(string))
    }
  }

  /// What is greater than any double is infinite, as in other readers.
  private static func double(_ text: String) -> Double { strtod(text, nil) }

  /// Whether it has no fraction.
  var isInteger: Bool {
    switch value {
    case .integer, .beyond: true
    case .double(let number): number.isFinite && number == number.rounded(.towardZero)
    }
  }

  func isLess(than bound: Int64) -> Bool {
    switch value {
    case .integer(let integer): integer < bound
    case .beyond(let isNegative): isNegative
    case .double(let number): Self.compare(number, bound) < 0
    }
  }

  func isGreater(than bound: Int64) -> Bool {
    switch value {
    case .integer(let integer): integer > bound
    case .beyond(let isNegative): !isNegative
    case .double(let number): Self.compare(number, bound) > 0
    }
  }

  /// Below, at or above 0 for less, equal and greater.
  private static func compare(_ number: Double, _ bound: Int64) -> Int {
    if number >= 0x1p63 { return 1 }
    if number < -0x1p63 { return -1 }
    let whole = number.rounded(.down)
    let integer = Int64(whole)
    if integer != bound { return integer < bound ? -1 : 1 }
    return number > whole ? 1 : 0
  }
}
