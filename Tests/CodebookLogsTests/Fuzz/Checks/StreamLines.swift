@testable import LogInput

/// The lines of a log as its reader gives them.
enum StreamLines {
  /// Nothing is lost, and blocks end where lines do.
  static func blocks(
    of log: [UInt8], size: Int, piece: Int
  ) throws(BrokenPromise) -> [LineBlock] {
    var reader = LineReader(
      BytesStream(log, piece: piece), source: 0, file: 0, limits: LineLimits(block: size))
    var blocks: [LineBlock] = []
    var place = 0
    while let block = next(&reader) {
      try BrokenPromise.unless(block.offset == place, "a block is not where it says")
      let isWhole = block.bytes.last == 0x0A
      let kept = block.bytes.count - (isWhole ? 1 : 0)
      let end = place + block.bytes.count + block.skipped
      try BrokenPromise.unless(end <= log.count, "a block has too much")
      try BrokenPromise.unless(isWhole || end == log.count, "a block ends within a line")
      try BrokenPromise.unless(
        log[place..<(place + kept)].elementsEqual(block.bytes.prefix(kept)), "other bytes")
      try BrokenPromise.unless(!isWhole || log[end - 1] == 0x0A, "a line feed of its own")
      place = end
      blocks.append(block)
    }
    try BrokenPromise.unless(place == log.count, "lines are missing")
    return blocks
  }

  private static func next(_ reader: inout LineReader) -> LineBlock? {
    // Bytes in memory cannot fail.
    try? reader.next()
  }
}
