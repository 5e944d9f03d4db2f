// Lines whose members stand in any order, with any white space.
extension RecordReader {
  /// Whether the exact path would find nothing in a line; `false` where that is not certain.
  mutating func isScanned(
    _ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts
  ) -> Bool {
    guard let start = line.baseAddress, line.count < maximumLength,
      !line.isEmpty
    else { return false }
    begin(LineReader(start, count: line.count), inOrder: false)
    return readScanned(&facts)
  }

  private mutating func readScanned(_ facts: inout RecordFacts) -> Bool {
    facts = RecordFacts()
    line.skipSpace()
    guard line.skip(UInt8(ascii: "{")) else { return false }
    repeat {
      guard line.take(UInt8(ascii: "\"")), let field = fieldOfName() else { return false }
      guard facts.fields & field.pointee.bit == 0, line.skip(UInt8(ascii: ":")),
        value(of: field, &facts)
      else { return false }
    } while line.skip(UInt8(ascii: ","))
    guard line.take(UInt8(ascii: "}")) else { return false }
    line.skipSpace()
    guard line.left == 0, finish(&facts) else { return false }
    facts.isObject = true
    return true
  }

  /// Reads a field's name and the quotation mark behind it.
  @inline(__always)
  private mutating func fieldOfName() -> UnsafePointer<FieldPlan>? {
    if let index = tables.members.take(from: &line) { return tables.fields + index }
    return line.text().flatMap { tables.fieldNames.index(of: $0) }.map { tables.fields + Int($0) }
  }
}
