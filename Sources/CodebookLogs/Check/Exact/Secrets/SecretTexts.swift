internal import Redaction

/// Finds what must not stand in texts that may have been redacted already.
struct SecretTexts {
  let redactor: Redactor

  /// Where something must not stand, in the order of places.
  func spans(
    in text: UnsafeBufferPointer<UInt8>, key: UnsafeBufferPointer<UInt8>? = nil
  ) -> [RedactionSpan] {
    let spans = redactor.spans(in: text, key: key)
    let hidden = hiddenSpans(in: text, key: key)
    if hidden.isEmpty { return spans }
    let others = spans.filter { span in
      !hidden.contains { $0.start <= span.start && span.end <= $0.end }
    }
    return (others + hidden).sorted { $0.start < $1.start }
  }

  /// A text without them; `nil` where it may be seen as it is.
  func redacted(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var finds = RedactionFinds()
    guard let shown = redactor.redacted(text, finds: &finds) else { return withoutHidden(text) }
    return shown.withUnsafeBufferPointer { withoutHidden($0) } ?? shown
  }

  private func withoutHidden(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let spans = hiddenSpans(in: text)
    if spans.isEmpty { return nil }
    let found = spans.map {
      SecretFind(
        reason: .rule(redactor.id(of: $0.rule)), range: $0.start..<$0.end, isValue: false)
    }
    return SecretFind.replaced(found, in: text)
  }

  /// Whether a mark stands there as if it were only a part of a value: `[redacted:password]hunter2`.
  ///
  /// The redactor takes all of a value, so it leaves no letter or digit behind a mark.
  func hasHiding(_ text: UnsafeBufferPointer<UInt8>) -> Bool { !hiding(in: text).isEmpty }

  /// What is found once such marks are taken away, each with its mark.
  func hiddenSpans(
    in text: UnsafeBufferPointer<UInt8>, key: UnsafeBufferPointer<UInt8>? = nil
  ) -> [RedactionSpan] {
    let marks = hiding(in: text)
    if marks.isEmpty { return [] }
    var bytes: [UInt8] = []
    /// Where the marks stood.
    var places: [Int] = []
    var start = 0
    for mark in marks {
      bytes += text[start..<mark.lowerBound]
      places.append(bytes.count)
      start = mark.upperBound
    }
    bytes += text[start...]
    let spans = bytes.withUnsafeBufferPointer { redactor.spans(in: $0, key: key) }
    func place(_ offset: Int) -> Int {
      zip(places, marks).reduce(offset) { $1.0 < offset ? $0 + $1.1.count : $0 }
    }
    return spans.filter { span in places.contains { span.start <= $0 && $0 < span.end } }.map {
      RedactionSpan(start: place($0.start), end: place($0.end), rule: $0.rule, quote: $0.quote)
    }
  }

  private func hiding(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard text.contains(UInt8(ascii: "[")) else { return [] }
    return redactor.marks(in: text).filter { mark in
      let rest = text[mark.upperBound...].prefix(6)
      return Self.character(rest).map(SecretNames.isAlphanumeric) ?? false
    }
  }

  /// The character at a place, whether or not it is escaped: `\u0041`.
  private static func character(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    guard text.first == UInt8(ascii: "\\") else { return text.first }
    guard text.count == 6, text.dropFirst().starts(with: "u00".utf8) else { return nil }
    return UInt8(String(decoding: text.suffix(2), as: UTF8.self), radix: 16)
  }
}
