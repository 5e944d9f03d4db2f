// Lines in the form that the runtimes write: fields in the catalog's order, and no white space
// between them.
extension RecordReader {
  /// Whether the exact path would find nothing in a line; `false` where that is not certain.
  mutating func isCanonical(
    _ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts
  ) -> Bool {
    guard let start = line.baseAddress, line.count < maximumLength,
      line.count > 2, start[0] == UInt8(ascii: "{")
    else { return false }
    begin(LineReader(start, count: line.count), inOrder: true)
    return readCanonical(&facts)
  }

  private mutating func readCanonical(_ facts: inout RecordFacts) -> Bool {
    facts = RecordFacts()
    // The brace stands where the comma stands before the other members.
    var separator = UInt8(ascii: "{")
    var index = 0
    while index < tables.fieldCount {
      if index == tables.stretches.first, let stretch = tables.stretches.take(from: &line) {
        stretch.pointee.tell(&facts)
        separator = UInt8(ascii: ",")
        index = stretch.pointee.next
        continue
      }
      let field = tables.fields + index
      index += 1
      guard line.left > field.pointee.key.count, line.at.pointee == separator,
        field.pointee.key.areEqual(line.at + 1)
      else { continue }
      line.at += field.pointee.key.count + 1
      guard value(of: field, &facts) else { return false }
      separator = UInt8(ascii: ",")
    }
    guard line.take(UInt8(ascii: "}")), line.left == 0, finish(&facts) else { return false }
    facts.isObject = true
    return true
  }
}
