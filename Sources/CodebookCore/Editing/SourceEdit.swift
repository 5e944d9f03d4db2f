/// A stretch of a text to be replaced.
package struct SourceEdit: Sendable, Hashable {
  package let range: SourceRange
  package let replacement: String

  package init(_ range: SourceRange, with replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension SourceText {
  /// The text with all of `edits` made; they must not overlap, and everything else stays, byte for
  /// byte.
  package func edited(_ edits: [SourceEdit]) -> SourceText {
    let offsets = LineOffsets(bytes)
    var bytes = bytes
    for edit in edits.sorted(by: { $0.range > $1.range }) {
      let start = offsets.offset(of: edit.range.start)
      let end = max(start, offsets.offset(of: edit.range.end))
      bytes.replaceSubrange(start..<end, with: edit.replacement.utf8)
    }
    return SourceText(name: name, bytes: bytes)
  }
}

/// Where in a text's bytes its lines begin.
private struct LineOffsets {
  private let bytes: [UInt8]
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark takes no column.
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    starts =
      [mark] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The offset of a position; the end of the text for one beyond it.
  func offset(of position: SourcePosition) -> Int {
    let line = Int(position.line) - 1
    guard line < starts.count else { return bytes.count }
    var offset = starts[line]
    for _ in 1..<max(1, Int(position.column)) {
      guard offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") else { break }
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }
}
