/// What matches must pass besides, by number.
enum Validators {
  static let luhn: UInt32 = 1
  static let iban: UInt32 = 2
  static let ssn: UInt32 = 3
  static let jwt: UInt32 = 4
  static let email: UInt32 = 5
  static let entropy: UInt32 = 6
  static let phone: UInt32 = 7
  static let words: UInt32 = 8
  static let base58: UInt32 = 9

  /// Where one of these holds for a text it holds for every longer one around it, which is what
  /// the memory of failures counts on.
  static func isValid(_ validator: UInt32, _ match: Text) -> Bool {
    if validator == jwt { return match.contains(UInt8(ascii: ".")) }
    var seen = Seen()
    for place in 0..<match.count {
      seen.add(match[place])
      if seen.isEnough(bothCases: validator == base58) { return true }
    }
    return false
  }

  /// The last byte that base58 has left out.
  static func lastOutsideBase58(_ match: Text) -> Int? {
    var place = match.count - 1
    while place >= 0 {
      if leftOut.contains(match[place]) { return place }
      place -= 1
    }
    return nil
  }

  private static let leftOut = ByteMask("0OIl")

  /// The kinds of bytes so far, and how many differ.
  private struct Seen {
    private var kinds: UInt8 = 0
    private var mask = ByteMask()
    private var different = 0
    private static let least = 8

    @inline(__always)
    mutating func add(_ byte: UInt8) {
      kinds |= Bytes.kinds(byte)
      guard !mask.contains(byte) else { return }
      mask.insert(byte)
      different &+= 1
    }

    /// A digit, a letter, and some bytes that differ.
    @inline(__always)
    func isEnough(bothCases: Bool) -> Bool {
      guard different >= Self.least, kinds & Bytes.digit != 0 else { return false }
      let letters = kinds & Bytes.letter
      return bothCases ? letters == Bytes.letter : letters != 0
    }
  }
}
