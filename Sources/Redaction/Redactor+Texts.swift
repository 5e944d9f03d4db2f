extension Redactor {
  /// Redacts one text, line feeds or not.
  ///
  /// - Parameters:
  ///   - key: The map key whose value it is.
  ///   - finds: Takes what was found; nothing is counted.
  /// - Returns: The text that may be written; `nil` where it may be written as it is.
  public func redacted(
    _ utf8: UnsafeBufferPointer<UInt8>, key: UnsafeBufferPointer<UInt8>? = nil,
    finds: inout RedactionFinds
  ) -> [UInt8]? {
    guard let base = utf8.baseAddress, !utf8.isEmpty else { return nil }
    return workshop.redacted(Text(base, utf8.count), key: Text(key), finds: &finds)
  }

  /// Redacts one text, and counts what is found.
  public func redacted(
    _ utf8: UnsafeBufferPointer<UInt8>, key: UnsafeBufferPointer<UInt8>? = nil
  ) -> [UInt8]? {
    var finds = RedactionFinds()
    let bytes = redacted(utf8, key: key, finds: &finds)
    add(finds)
    return bytes
  }

  /// Redacts one text, and counts what is found.
  ///
  /// - Returns: `nil` where the text may be written as it is, which is the fast answer.
  public func redacted(_ text: String, key: String? = nil) -> String? {
    var finds = RedactionFinds()
    let bytes = redacted(text, key: key, finds: &finds)
    add(finds)
    return bytes
  }

  /// Redacts one text; `finds` takes what was found, nothing is counted.
  public func redacted(
    _ text: String, key: String? = nil, finds: inout RedactionFinds
  ) -> String? {
    var text = text
    guard var key else {
      return text.withUTF8 { redacted($0, key: nil, finds: &finds).map(Self.text) }
    }
    return text.withUTF8 { text in
      key.withUTF8 { redacted(text, key: $0, finds: &finds).map(Self.text) }
    }
  }

  /// Where one text is redacted, in order and without overlaps.
  public func spans(
    in utf8: UnsafeBufferPointer<UInt8>, key: UnsafeBufferPointer<UInt8>? = nil
  ) -> [RedactionSpan] {
    guard let base = utf8.baseAddress, !utf8.isEmpty else { return [] }
    return workshop.spans(in: Text(base, utf8.count), key: Text(key))
  }

  /// Redacts a document line by line, where lines that belong together count as one text, and
  /// counts what is found.
  public func redacted(document: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var stream = StreamRedactor(self)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.count)
    stream.write(document, to: &bytes)
    stream.finish(to: &bytes)
    return bytes
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
