/// Writes JSON numbers as the protocol's `AnyValue`.
enum NumberValue {
  /// Up to so many digits a whole number has a place in 64 bits.
  private static let safeDigits = 18

  /// Writes a number: a whole one with a place in 64 bits, or a double. Of one that is neither the
  /// digits stay, as a text.
  static func write(_ number: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let isWhole = number.allSatisfy { $0 == UInt8(ascii: "-") || 0x30...0x39 ~= $0 }
    guard isWhole else { return writeDouble(number, to: &output) }
    if number.elementsEqual("-0".utf8) {
      // A whole number has no sign of its zero.
      output.append(#"{"doubleValue":-0.0}"#)
    } else if number.count <= safeDigits || fits(number) {
      output.append(#"{"intValue":""#)
      output.append(contentsOf: number)
      output.append(#""}"#)
    } else {
      writeDigits(number, to: &output)
    }
  }

  /// The names of what a double may be and JSON has no number for.
  static let specialNames: [[UInt8]] = ["NaN", "Infinity", "-Infinity"].map { Array($0.utf8) }

  private static func writeDouble(_ number: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let isFinite = Double(String(decoding: number, as: UTF8.self))?.isFinite ?? false
    guard isFinite else { return writeDigits(number, to: &output) }
    output.append(#"{"doubleValue":"#)
    output.append(contentsOf: number)
    output.append("}")
  }

  private static func writeDigits(_ number: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(#"{"stringValue":""#)
    output.append(contentsOf: number)
    output.append(#""}"#)
  }

  private static func fits(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    Int64(String(decoding: number, as: UTF8.self)) != nil
  }
}
