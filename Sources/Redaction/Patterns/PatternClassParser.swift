/// The parts of the dialect that have no parts themselves: classes, escapes and counts.
enum PatternClassParser {
  /// A class such as `[A-Za-z0-9_-]`, which begins at `place`.
  static func set(_ bytes: [UInt8], at place: inout Int) throws(PatternError) -> ByteSet {
    let start = place
    place += 1
    if place < bytes.count, bytes[place] == UInt8(ascii: "^") {
      throw PatternError(
        "a class names the bytes that it has, not those that it has not", at: place..<place + 1,
        fix: "write them out, or `\\^` for the character")
    }
    var set = ByteSet()
    while place < bytes.count, bytes[place] != UInt8(ascii: "]") {
      try addItem(bytes, at: &place, start: start, to: &set)
    }
    guard place < bytes.count else {
      throw PatternError("this class is not closed", at: start..<start + 1, fix: "add `]`")
    }
    place += 1
    guard !set.isEmpty else { throw PatternError("a class has a byte at least", at: start..<place) }
    return set
  }

  /// A byte, or a range of them.
  private static func addItem(
    _ bytes: [UInt8], at place: inout Int, start: Int, to set: inout ByteSet
  ) throws(PatternError) {
    let from = place
    let low = try member(bytes, at: &place, start: start)
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "-"),
      bytes[place + 1] != UInt8(ascii: "]")
    else { return set.insert(low) }
    place += 1
    let high = try member(bytes, at: &place, start: start)
    guard low <= high else {
      throw PatternError("this range runs backwards", at: from..<place, fix: "exchange its ends")
    }
    for byte in low...high { set.insert(byte) }
  }

  /// One byte of a class.
  private static func member(
    _ bytes: [UInt8], at place: inout Int, start: Int
  ) throws(PatternError) -> UInt8 {
    let byte = bytes[place]
    if byte == UInt8(ascii: "\\") { return try escape(bytes, at: &place) }
    let isFirst = place == start + 1
    let isLast = place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "]")
    if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "-") && !isFirst && !isLast {
      throw PatternError(
        "a class has this byte escaped, at its beginning or its end only", at: place..<place + 1,
        fix: "escape it: `\\\(Unicode.Scalar(byte))`")
    }
    // Engines of today warn that these may come to mean something.
    if "&|~".utf8.contains(byte), place + 1 < bytes.count, bytes[place + 1] == byte {
      throw PatternError("a class has each byte once", at: place..<place + 2)
    }
    guard (0x20...0x7E).contains(byte) else {
      throw PatternError(
        "a class has printable ASCII alone", at: place..<PatternParser.end(of: place, in: bytes))
    }
    place += 1
    return byte
  }

  /// A backslash with what it makes a literal.
  static func escape(_ bytes: [UInt8], at place: inout Int) throws(PatternError) -> UInt8 {
    let start = place
    guard place + 1 < bytes.count else {
      throw PatternError("nothing is escaped here", at: start..<start + 1, fix: "write `\\\\`")
    }
    let byte = bytes[place + 1]
    let isLetter = (0x41...0x5A).contains(byte & 0xDF)
    guard (0x21...0x7E).contains(byte), !isLetter, !(0x30...0x39).contains(byte) else {
      let end = PatternParser.end(of: start + 1, in: bytes)
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      throw PatternError(
        "`\(text)` means something else in each language", at: start..<end,
        fix: "write the class that is meant, such as [0-9]")
    }
    place += 2
    return byte
  }

  /// `{m}` or `{m,n}`, which begins at `place`.
  static func count(_ bytes: [UInt8], at place: inout Int) throws(PatternError) -> ClosedRange<Int>
  {
    let start = place
    guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else {
      throw PatternError(
        "this repeat is not closed", at: start..<start + 1, fix: "add `}`, or escape it")
    }
    place = end + 1
    let parts = bytes[(start + 1)..<end].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].isEmpty, number(parts[0]) != nil {
      throw PatternError(
        "a repeat without an end", at: start..<place,
        fix: "write {m,n} with n up to \(PatternParser.mostRepeats), or let `rest` take the rest")
    }
    guard (1...2).contains(parts.count), let low = number(parts[0]),
      let high = number(parts[parts.count - 1])
    else {
      throw PatternError("a repeat is {m} or {m,n}", at: start..<place, fix: "or escape it: `\\{`")
    }
    guard low <= high, high > 0, high <= PatternParser.mostRepeats else {
      throw PatternError(
        high > PatternParser.mostRepeats
          ? "a part is repeated \(PatternParser.mostRepeats) times at most"
          : "this repeat allows nothing", at: start..<place)
    }
    return low...high
  }

  /// A number of up to six digits.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...6).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
