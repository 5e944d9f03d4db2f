internal import CodebookRuntime

// JSON, written byte by byte.
extension [UInt8] {
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  /// Writes the content of a JSON text, without quotation marks: as it is, unless an escape in it is
  /// half a surrogate pair, which other readers refuse.
  @inline(__always)
  mutating func append(text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if JSONEscapes.areSafe(text, range) {
      append(text, range)
    } else {
      appendRepaired(text, range)
    }
  }

  private mutating func appendRepaired(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var quoted: [UInt8] = []
    DocumentText.append(JSONEscapes.decoded(text, range), to: &quoted)
    append(contentsOf: quoted.dropFirst().dropLast())
  }

  /// Writes a number in decimal digits.
  mutating func append(decimal number: UInt64) {
    var rest = number
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}

/// What escapes in valid JSON texts mean.
enum JSONEscapes {
  /// Whether no escape of a text is one of a surrogate.
  @inline(__always)
  static func areSafe(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let base = text.baseAddress, !range.isEmpty,
      var place = ByteSearch.next(UInt8(ascii: "\\"), in: base, range)
    else { return true }
    while true {
      // `\uD…` with a digit from 8 on.
      if place + 3 < range.upperBound, base[place + 1] == UInt8(ascii: "u"),
        base[place + 2] | 0x20 == UInt8(ascii: "d"), base[place + 3] >= UInt8(ascii: "8")
      {
        return false
      }
      guard place + 2 < range.upperBound,
        let next = ByteSearch.next(UInt8(ascii: "\\"), in: base, (place + 2)..<range.upperBound)
      else { return true }
      place = next
    }
  }

  /// The text that a valid JSON text means; half a surrogate pair is U+FFFD.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let quoted = [UInt8(ascii: "\"")] + text[range] + [UInt8(ascii: "\"")]
    guard case .string(let value) = try? JSONReader.read(quoted, limit: .max) else { return "" }
    return value
  }
}
