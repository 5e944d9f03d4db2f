internal import CodebookRuntime

/// Knows lines in the form that the runtimes write: fields in the catalog's order, and no white
/// space between them.
struct CanonicalPath {
  private var reader: RecordReader?

  init(_ catalog: LogCatalog) {
    reader = RecordTables(catalog).map { RecordReader($0) }
  }

  /// Whether the exact path would find nothing in a line; `false` where that is not certain.
  mutating func isClean(_ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts) -> Bool {
    guard let start = line.baseAddress, line.count < RecordForm.maximumLineLength,
      line.count > 2, start[0] == UInt8(ascii: "{")
    else { return false }
    return reader?.readCanonical(LineReader(start, count: line.count), &facts) ?? false
  }
}

extension RecordReader {
  /// Reads a line that begins with a brace.
  fileprivate mutating func readCanonical(
    _ line: LineReader, _ facts: inout RecordFacts
  ) -> Bool {
    begin(line, inOrder: true)
    // The brace stands where the comma stands before the other members.
    var separator = UInt8(ascii: "{")
    var index = 0
    while index < tables.fieldCount {
      if index == tables.stretches.first, let stretch = tables.stretches.take(from: &self.line) {
        stretch.tell(&facts)
        separator = UInt8(ascii: ",")
        index = stretch.next
        continue
      }
      let field = tables.fields[index]
      index += 1
      guard self.line.left > field.key.count, self.line.at.pointee == separator,
        field.key.areEqual(self.line.at + 1)
      else { continue }
      self.line.at += field.key.count + 1
      guard value(of: field, &facts) else { return false }
      separator = UInt8(ascii: ",")
    }
    guard self.line.take(UInt8(ascii: "}")), self.line.left == 0, finish(&facts) else {
      return false
    }
    facts.isObject = true
    return true
  }
}
