import Redaction

/// What the engine makes of one text.
struct RedactionReplay {
  private let redactor: Redactor

  init(_ redactor: Redactor) { self.redactor = redactor }

  /// Where it finds something with that key, what comes of it as one text, as a document, as a
  /// document in pieces, and of both once more.
  func answer(_ request: Request) -> Answer {
    let text = redacted(request.text, key: request.key)
    let document = document(request.text, pieceLength: request.text.count)
    return Answer(parts: [
      Array(spans(request).utf8), text, document,
      self.document(request.text, pieceLength: request.pieceLength),
      redacted(text, key: request.key), self.document(document, pieceLength: document.count),
    ])
  }

  private func spans(_ request: Request) -> String {
    let spans = request.text.withUnsafeBufferPointer { text in
      withKey(request.key) { redactor.spans(in: text, key: $0) }
    }
    return spans.map { "\($0.start) \($0.end) \(redactor.id(of: $0.rule)) \($0.quote)" }
      .joined(separator: "\n")
  }

  private func redacted(_ text: [UInt8], key: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      withKey(key) { redactor.redacted(bytes, key: $0) }
    } ?? text
  }

  private func withKey<Result>(
    _ key: [UInt8], _ body: (UnsafeBufferPointer<UInt8>?) -> Result
  ) -> Result {
    key.isEmpty ? body(nil) : key.withUnsafeBufferPointer(body)
  }

  private func document(_ text: [UInt8], pieceLength: Int) -> [UInt8] {
    var stream = StreamRedactor(redactor)
    var output: [UInt8] = []
    text.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: max(1, pieceLength)) {
        let end = min(start + pieceLength, bytes.count)
        stream.write(UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &output)
      }
    }
    stream.finish(to: &output)
    return output
  }
}
