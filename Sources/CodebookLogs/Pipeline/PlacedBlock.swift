internal import LogInput

/// A block whose place in its file is known.
struct PlacedBlock {
  let block: LineBlock
  /// The number of its first line in its file, from 1.
  let firstLine: Int

  /// Where bytes of a line are.
  func place(_ spot: LineSpot, _ range: Range<Int>) -> LinePlace {
    withLine(spot) { line in
      let column = CodePoints.count(in: line, before: range.lowerBound) + 1
      let width =
        CodePoints.count(in: line, before: range.upperBound)
        - CodePoints.count(in: line, before: range.lowerBound)
      return LinePlace(
        file: block.file, line: firstLine + spot.line, column: column, endColumn: column + width)
    }
  }

  func withLine<Result>(
    _ spot: LineSpot, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    block.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[spot.bytes])) }
  }
}
