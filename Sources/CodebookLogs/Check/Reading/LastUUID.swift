/// The UUID that was read last, as it stands in a line: the session of a record is nearly always that
/// of the one before, and to compare is a fifth of the work of reading digits.
struct LastUUID {
  private typealias Words = (UInt64, UInt64, UInt64, UInt64, UInt64)

  /// At first what no text is: the last word has other bytes where it overlaps the one before it.
  private var words: Words = (0, 0, 0, 0, .max)
  private var bits = RecordFacts.Bits128()

  /// Reads a UUID as `LineReader.randomUUID` does.
  @inline(__always)
  mutating func read(_ line: inout LineReader) -> RecordFacts.Bits128? {
    guard line.left > 36 else { return nil }
    // The last word overlaps the one before it, and ends with the quotation mark.
    let text: Words = (
      LineReader.word(line.at), LineReader.word(line.at + 8), LineReader.word(line.at + 16),
      LineReader.word(line.at + 24), LineReader.word(line.at + 29)
    )
    let difference =
      (text.0 ^ words.0) | (text.1 ^ words.1) | (text.2 ^ words.2) | (text.3 ^ words.3)
      | (text.4 ^ words.4)
    if difference == 0 {
      line.at += 37
      return bits
    }
    guard let read = line.randomUUID() else { return nil }
    (words, bits) = (text, read)
    return read
  }
}
