/// Finds all that is wrong with a line, and where.
struct ExactPath {
  init(_ catalog: LogCatalog) {}

  mutating func check(
    _ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts,
    _ findings: inout [LineFinding]
  ) {
    facts.isObject = line.first == UInt8(ascii: "{")
  }
}
