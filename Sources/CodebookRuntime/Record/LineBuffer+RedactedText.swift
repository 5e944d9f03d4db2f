extension LineBuffer {
  /// Writes a text in quotes: redacted, then cut to a number of code points.
  ///
  /// - Parameter key: The key under which it stands directly; empty for none.
  mutating func appendText(
    _ text: String, key: UTF8Text, limit: Int, _ redaction: inout RecordRedaction
  ) {
    append(UInt8(ascii: "\""))
    text.withUTF8Bytes { appendContent(of: $0, key: key, limit: limit, &redaction) }
    append(UInt8(ascii: "\""))
  }

  /// Writes a text without the quotes: redacted, then cut to a number of code points.
  private mutating func appendContent(
    of text: UTF8Text, key: UTF8Text, limit: Int, _ redaction: inout RecordRedaction
  ) {
    guard !redaction.isOff else { return appendCut(text, limit: limit) }
    let head = TextScan.head(of: text)
    let rest = head.count < text.count ? UTF8Text(rebasing: text[head.count...]) : nil
    guard let redacted = redaction.redacted(head, key: key) else {
      return appendCut(head, limit: limit, before: rest)
    }
    redacted.withUnsafeBufferPointer { appendCut($0, limit: limit, before: rest) }
  }
}
