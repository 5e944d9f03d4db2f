internal import CodebookRuntime

/// Knows lines whose members stand in any order, with any white space.
struct ScannedPath {
  private var reader: RecordReader?

  init(_ catalog: LogCatalog) {
    reader = RecordTables(catalog).map { RecordReader($0) }
  }

  /// Whether the exact path would find nothing in a line; `false` where that is not certain.
  mutating func isClean(_ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts) -> Bool {
    guard let start = line.baseAddress, line.count < RecordForm.maximumLineLength,
      !line.isEmpty
    else { return false }
    return reader?.readScanned(LineReader(start, count: line.count), &facts) ?? false
  }
}

extension RecordReader {
  fileprivate mutating func readScanned(_ line: LineReader, _ facts: inout RecordFacts) -> Bool {
    begin(line, inOrder: false)
    self.line.skipSpace()
    guard self.line.skip(UInt8(ascii: "{")) else { return false }
    repeat {
      guard self.line.take(UInt8(ascii: "\"")), let name = self.line.text(),
        let index = tables.fieldNames.index(of: name)
      else { return false }
      let field = tables.fields[Int(index)]
      guard facts.fields & field.bit == 0, self.line.skip(UInt8(ascii: ":")),
        value(of: field, &facts)
      else { return false }
    } while self.line.skip(UInt8(ascii: ","))
    guard self.line.take(UInt8(ascii: "}")) else { return false }
    self.line.skipSpace()
    guard self.line.left == 0, finish(&facts) else { return false }
    facts.isObject = true
    return true
  }
}
