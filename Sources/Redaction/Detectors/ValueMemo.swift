/// What is known of the run of bytes that a value rule last walked through, so that hits in the
/// same run do not walk again.
struct ValueMemo {
  /// Which look it belongs to; one of an earlier look is as good as none.
  var look = 0
  /// The run of `rest`; empty at first.
  var runStart = 0
  var runEnd = 0
  /// Without the full stops at its end.
  var shownEnd = 0
  /// Matches that end here and begin at `failsFrom` or behind are known to fail.
  private var failsEnd = -1
  private var failsFrom = 0
  /// How many capitals and small letters stand between two places.
  private var letters = LetterCount()
  /// The last byte outside of base58 between two places, the one before the first where none is.
  private var outside = (start: 0, end: -1, place: -1)

  /// Whether a point stands in a match; if not, nor does it in a shorter one with the same end.
  mutating func hasPoint(_ match: Text, _ start: Int, _ end: Int) -> Bool {
    if failsEnd == end, start >= failsFrom { return false }
    if match.contains(UInt8(ascii: ".")) { return true }
    (failsEnd, failsFrom) = (end, start)
    return false
  }

  /// Whether bytes are as mixed as those of a key: a digit, letters and eight different bytes; or
  /// 16 bytes, a quarter of whose letters are capitals and a quarter small.
  mutating func isMixed(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    if isVaried(text, start, end) { return true }
    letters.set(text, start, end)
    return end - start >= 16 && letters.large > 0
      && min(letters.large, letters.small) * 4 >= letters.large + letters.small
  }

  /// If bytes are not varied, nor are fewer of them with the same end.
  private mutating func isVaried(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    if failsEnd == end, start >= failsFrom { return false }
    var variety = Variety()
    for place in start..<end {
      variety.add(text[place])
      if variety.isEnough { return true }
    }
    (failsEnd, failsFrom) = (end, start)
    return false
  }

  /// Whether bytes are mixed ones of base58, letters in both cases among them.
  mutating func isBase58(_ text: Text, _ start: Int, _ end: Int) -> Bool {
    if outside.end != end || start < outside.start {
      var place = end - 1
      while place >= start, !Self.leftOut.contains(text[place]) { place &-= 1 }
      outside = (start, end, place)
    }
    guard outside.place < start, isMixed(text, start, end) else { return false }
    letters.set(text, start, end)
    return letters.large > 0 && letters.small > 0
  }

  private static let leftOut = ByteMask("0OIl")
}

/// How many capitals and small letters stand between two places; moves along with them.
private struct LetterCount {
  private(set) var large = 0
  private(set) var small = 0
  private var start = 0
  private var end = -1

  mutating func set(_ text: Text, _ start: Int, _ end: Int) {
    if end != self.end {
      (large, small, self.start, self.end) = (0, 0, end, end)
    }
    while self.start > start {
      self.start &-= 1
      add(text[self.start], 1)
    }
    while self.start < start {
      add(text[self.start], -1)
      self.start &+= 1
    }
  }

  private mutating func add(_ byte: UInt8, _ count: Int) {
    let kinds = Bytes.kinds(byte)
    if kinds & Bytes.upper != 0 { large &+= count }
    if kinds & Bytes.lower != 0 { small &+= count }
  }
}

/// The kinds of bytes so far, and how many differ.
private struct Variety {
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
  var isEnough: Bool {
    different >= Self.least && kinds & Bytes.digit != 0 && kinds & Bytes.letter != 0
  }
}
