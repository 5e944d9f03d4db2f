/// A JSON text, and how far it was read.
struct ScannedText {
  let base: UnsafePointer<UInt8>
  let count: Int
  var position = 0

  init(_ base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  /// The byte to be read next; 0, which JSON has nowhere, at the end.
  var peek: UInt8 {
    @inline(__always) get { position < count ? base[position] : 0 }
  }

  var notJSON: RecordScanner.Fault { .init(reason: .notJSON, offset: position) }

  @inline(__always)
  mutating func skipSpace() {
    while position < count, base[position] <= 0x20 {
      switch base[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position &+= 1
      default: return
      }
    }
  }

  /// Skips a byte if it is what comes next.
  @inline(__always)
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position &+= 1
    return true
  }

  /// Skips a byte, and white space on both sides of it, if it is what comes next; else the white
  /// space before it.
  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard take(byte) else { return false }
    skipSpace()
    return true
  }

  mutating func word(_ word: StaticString) throws(RecordScanner.Fault) {
    let length = word.utf8CodeUnitCount
    guard count &- position >= length else { throw notJSON }
    let text = UnsafeBufferPointer(start: base + position, count: length)
    guard word.withUTF8Buffer({ $0.elementsEqual(text) }) else { throw notJSON }
    position += length
  }

  /// Reads a number; `true` where it has neither a point nor an exponent.
  mutating func number() throws(RecordScanner.Fault) -> Bool {
    _ = take(UInt8(ascii: "-"))
    let whole = position
    guard digits() > 0, base[whole] != UInt8(ascii: "0") || position == whole + 1 else {
      throw notJSON
    }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      guard digits() > 0 else { throw notJSON }
    }
    if peek | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      position += 1
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      guard digits() > 0 else { throw notJSON }
    }
    return isInteger
  }

  private mutating func digits() -> Int {
    let start = position
    while peek &- UInt8(ascii: "0") < 10 { position &+= 1 }
    return position - start
  }
}

// Texts.
extension ScannedText {
  /// Reads a text, which begins with its quotation mark here; `true` where it has escapes.
  @inline(__always)
  mutating func string() throws(RecordScanner.Fault) -> Bool {
    position &+= 1
    var hasEscapes = false
    while true {
      while position &+ 8 <= count {
        let plain = TextScan.plainBytes(in: TextScan.word(at: base + position))
        position &+= plain
        if plain < 8 { break }
      }
      guard position < count else { throw notJSON }
      let byte = base[position]
      if byte == UInt8(ascii: "\"") {
        position &+= 1
        return hasEscapes
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        try escape()
      } else if byte >= 0x80 {
        try character(byte)
      } else if byte < 0x20 {
        throw notJSON
      } else {
        position &+= 1
      }
    }
  }

  private mutating func escape() throws(RecordScanner.Fault) {
    position &+= 1
    switch peek {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position &+= 1
    case UInt8(ascii: "u"):
      position &+= 1
      for _ in 0..<4 {
        let byte = peek
        guard byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6 else {
          throw notJSON
        }
        position &+= 1
      }
    default: throw notJSON
    }
  }

  /// Reads a character of two bytes or more: the shortest form, no surrogate, U+10FFFF at most.
  private mutating func character(_ first: UInt8) throws(RecordScanner.Fault) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw notUTF8
    }
    guard count &- position >= length, second.contains(base[position + 1]) else { throw notUTF8 }
    for index in 2..<max(2, length) where base[position + index] & 0xC0 != 0x80 { throw notUTF8 }
    position &+= length
  }

  private var notUTF8: RecordScanner.Fault { .init(reason: .notUTF8, offset: position) }
}
