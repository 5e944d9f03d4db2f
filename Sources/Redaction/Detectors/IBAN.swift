/// International bank account numbers.
enum IBAN {
  /// The end of the number that begins at a place with the letters of a country.
  ///
  /// - Parameter length: How long the country's are.
  static func end(_ text: Text, _ start: Int, _ length: Int) -> Int? {
    if start > 0, Bytes.kinds(text[start - 1]) & Bytes.word != 0 { return nil }
    guard Bytes.isDigit(text.byte(start + 2)), Bytes.isDigit(text.byte(start + 3)) else {
      return nil
    }
    var remainder = Remainder()
    var (place, count) = (start, 0)
    while place < text.count, count < length {
      let byte = text[place]
      if Bytes.kinds(byte) & (Bytes.digit | Bytes.upper) != 0 {
        if count >= 4 { remainder.add(byte) }
        count += 1
      } else if byte != Bytes.space || count % 4 != 0 || text[place - 1] == Bytes.space {
        return nil
      }
      place += 1
    }
    guard count == length, Bytes.kinds(text.byte(place)) & Bytes.word == 0 else { return nil }
    for place in start..<(start + 4) { remainder.add(text[place]) }
    return remainder.value == 1 ? place : nil
  }

  /// Of the number that letters and digits make, divided by 97.
  private struct Remainder {
    var value = 0

    mutating func add(_ byte: UInt8) {
      let digit = Bytes.isDigit(byte) ? Int(byte) - 48 : Int(byte) - 55
      value = (value * (digit < 10 ? 10 : 100) + digit) % 97
    }
  }
}
