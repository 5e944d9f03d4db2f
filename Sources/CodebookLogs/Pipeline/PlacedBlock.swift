internal import LogInput

/// A block whose place in its file is known.
struct PlacedBlock {
  let block: LineBlock
  /// The number of its first line in its file, from 1.
  let firstLine: Int

  /// Where bytes of a line are.
  func place(_ spot: LineSpot, _ range: Range<Int>) -> LinePlace {
    withLine(spot) { line in
      LinePlace(file: block.file, line: firstLine + spot.line, line, range)
    }
  }

  func withLine<Result>(
    _ spot: LineSpot, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    block.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[spot.bytes])) }
  }
}
