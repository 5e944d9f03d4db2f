/// Edits between two names: insertions, deletions, replacements and swaps of neighbours.
enum EditDistance {
  /// The number of edits, or `nil` where it is above `limit`.
  static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in 0..<right.count {
        let isSame = left[row] == right[column]
        var edits = min(
          previous[column] + (isSame ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          edits = min(edits, beforePrevious[column - 1] + 1)
        }
        current.append(edits)
      }
      guard (current.min() ?? 0) <= limit else { return nil }
      beforePrevious = previous
      previous = current
    }
    let edits = previous[right.count]
    return edits <= limit ? edits : nil
  }
}
