internal import Redaction

extension RecordRedaction {
  /// What stands for a name that holds what must not be written.
  static let redactedName = "redacted"

  /// A key that holds what must not be written, without it; `nil` where it may stay as it is.
  ///
  /// To be asked of a key that is not plain.
  ///
  /// - Returns: The text, and the number of code points behind those that were looked at.
  mutating func redacted(key: String) -> (text: String, omitted: Int)? {
    key.withUTF8Bytes { text in
      let head = TextScan.head(of: text)
      guard let redacted = redacted(head, key: .empty) else { return nil }
      let rest = UTF8Text(rebasing: text[head.count...])
      return (String(decoding: redacted, as: UTF8.self), TextScan.codePoints(in: rest))
    }
  }

  /// A text without what must not be written; what lies behind its part that is looked at is left
  /// out.
  mutating func text(_ text: String, key: UTF8Text) -> String {
    guard redactor != nil else { return text }
    let shown: String? = text.withUTF8Bytes { text in
      let head = TextScan.head(of: text)
      let rest = UTF8Text(rebasing: text[head.count...])
      let redacted = redacted(head, key: key)
      if redacted == nil, rest.isEmpty { return nil }
      let kept =
        redacted.map { String(decoding: $0, as: UTF8.self) }
        ?? String(decoding: head, as: UTF8.self)
      return rest.isEmpty ? kept : kept + "…[+\(TextScan.codePoints(in: rest))]"
    }
    return shown ?? text
  }

  /// Whether a name, in whatever form it came, holds what must not be written.
  func mustNotName(_ text: String) -> Bool {
    guard let redactor else { return false }
    var finds = RedactionFinds()
    return text.withUTF8Bytes {
      redactor.redacted(TextScan.head(of: $0), finds: &finds) != nil
    }
  }
}

extension UTF8Text {
  /// No text.
  static var empty: UTF8Text { UTF8Text(start: nil, count: 0) }
}
