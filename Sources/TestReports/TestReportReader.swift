package import CodebookCore

/// Reads files of test results, whatever is in them.
package enum TestReportReader {
  /// The most bytes that a file of results may have: 64 MiB.
  package static let limit = 64 << 20

  /// The results in `bytes`.
  ///
  /// - Parameter path: What the file is called in findings.
  /// - Throws: Where it is neither XML with JUnit's elements nor swift-testing's event stream, or
  ///   is not whole.
  package static func read(
    _ bytes: [UInt8], path: String
  ) throws(TestReportError) -> ResultFile {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch bytes[start...].first(where: { !Self.isSpace($0) }) {
    case nil: throw TestReportError("it is empty")
    // UTF-16 begins with its mark, or with a zero where it has none.
    case UInt8(ascii: "<"), 0xFF, 0xFE, 0x00: return try JUnitReader.read(bytes, path: path)
    case UInt8(ascii: "{"): return try EventStreamReader.read(bytes[start...], path: path)
    default:
      throw TestReportError(
        "it is neither JUnit's XML nor an event stream of swift-testing", isOfAnotherKind: true)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The first line of a text, cut to what a person reads.
  static func shortened(_ text: some StringProtocol) -> String? {
    let line = text.split(whereSeparator: \.isNewline).lazy
      .map { $0.drop(while: \.isWhitespace) }.first { !$0.isEmpty }
    guard let line else { return nil }
    return line.count > 200 ? line.prefix(199) + "…" : String(line)
  }
}
