import Redaction

/// What the engine makes of one text.
struct RedactionReplay {
  private let redactor: Redactor

  init(_ redactor: Redactor) { self.redactor = redactor }

  /// Where it finds something, what comes of the text, of the text in pieces, and of what came of
  /// it: with a key as one text, without line by line.
  func answer(_ request: Request) -> Answer {
    let spans = Array(spans(request).utf8)
    guard request.key.isEmpty else {
      let text = redacted(request.text, key: request.key)
      return Answer(parts: [spans, text, text, redacted(text, key: request.key)])
    }
    let text = document(request.text, pieceLength: request.text.count)
    let isWhole = request.pieceLength == 0
    let pieces = isWhole ? text : document(request.text, pieceLength: request.pieceLength)
    let again = text == request.text ? text : document(text, pieceLength: text.count)
    return Answer(parts: [spans, text, pieces, again])
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
