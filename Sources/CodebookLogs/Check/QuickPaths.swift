// Both quick paths, of which the likelier is tried first.
extension RecordReader {
  /// After so many lines that are not canonical, the next ones will not be, either: trying costs a
  /// fifteenth of what reading them in any order does.
  private static let patience = 16
  /// From then on one line in so many is tried; a power of two.
  private static let interval = 64

  /// Whether the exact path would find nothing in a line; `false` where that is not certain.
  ///
  /// What is said does not depend on the path: all that is canonical can be scanned, too.
  mutating func isClean(_ line: UnsafeBufferPointer<UInt8>, _ facts: inout RecordFacts) -> Bool {
    if misses < Self.patience || misses & (Self.interval - 1) == 0 {
      if isCanonical(line, &facts) {
        misses = 0
        return true
      }
    }
    misses &+= 1
    return isScanned(line, &facts)
  }
}
