/// The order in which Python's tools want names: runs of digits count as numbers.
enum PythonOrder {
  /// Error codes by the names of their functions.
  static func sorted(_ errors: [ErrorEntry]) -> [ErrorEntry] {
    errors.map { (name: runs(PythonNames.function($0.id)), error: $0) }
      .sorted { precedes($0.name, $1.name) }
      .map(\.error)
  }

  /// Digits that belong together, and other characters one by one.
  private static func runs(_ name: String) -> [[UInt8]] {
    var runs: [[UInt8]] = []
    for byte in name.utf8 {
      if isDigit(byte), let last = runs.last?.last, isDigit(last) {
        runs[runs.count - 1].append(byte)
      } else {
        runs.append([byte])
      }
    }
    return runs
  }

  private static func precedes(_ left: [[UInt8]], _ right: [[UInt8]]) -> Bool {
    for (one, other) in zip(left, right) where one != other {
      return precedes(run: one, other)
    }
    return left.count < right.count
  }

  /// Numbers go by length and then by digits; those with leading zeros, by digits alone.
  private static func precedes(run: [UInt8], _ other: [UInt8]) -> Bool {
    let areNumbers = run.allSatisfy(isDigit) && other.allSatisfy(isDigit)
    let haveZeros = run.first == UInt8(ascii: "0") || other.first == UInt8(ascii: "0")
    if areNumbers, !haveZeros, run.count != other.count { return run.count < other.count }
    return run.lexicographicallyPrecedes(other)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
