/// Knows lines in the form that the runtimes write.
struct CanonicalPath {
  init(_ catalog: LogCatalog) {}

  /// Whether the exact path would find nothing in a line; `false` where that is not certain.
  mutating func isClean(_ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts) -> Bool {
    false
  }
}
