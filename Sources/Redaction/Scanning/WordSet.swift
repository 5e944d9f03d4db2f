/// Words in small letters, for questions about bytes in text.
///
/// Unchecked: nothing writes after `init`.
struct WordSet: @unchecked Sendable {
  private let bytes: [UInt8]
  /// For each place of the table where its word begins and ends; empty places have none.
  private let table: [(start: UInt16, end: UInt16)]
  let longest: Int

  /// The words of a text that white space parts.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    let words = bytes.split { Bytes.kinds($0) & Bytes.white != 0 }
    var size = 16
    while size < 3 * words.count { size *= 2 }
    var table = [(start: UInt16, end: UInt16)](repeating: (0, 0), count: size)
    for word in words {
      var place = word.reduce(Self.seed, Self.mixed) & (size - 1)
      while table[place].end != 0 { place = (place + 1) & (size - 1) }
      table[place] = (UInt16(word.startIndex), UInt16(word.endIndex))
    }
    self.bytes = bytes
    self.table = table
    longest = words.map(\.count).max() ?? 0
  }

  /// Whether a text is one of them, its letters made small.
  func contains(_ word: Text) -> Bool {
    guard word.count > 0, word.count <= longest else { return false }
    var hash = Self.seed
    for place in 0..<word.count { hash = Self.mixed(hash, Bytes.small(word[place])) }
    var place = hash & (table.count - 1)
    while table[place].end != 0 {
      let (start, end) = (Int(table[place].start), Int(table[place].end))
      let isWord = bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return false }
        return word.equals(folded: base + start, end - start)
      }
      if isWord { return true }
      place = (place + 1) & (table.count - 1)
    }
    return false
  }

  private static let seed = 5381

  @inline(__always)
  private static func mixed(_ hash: Int, _ byte: UInt8) -> Int { hash &* 33 ^ Int(byte) }
}
