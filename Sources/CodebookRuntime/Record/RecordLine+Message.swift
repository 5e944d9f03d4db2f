extension RecordLine {
  /// Writes a message that is put together from texts and values; `…` stands for `nil`.
  ///
  /// A text stands in it as it is, anything else as its JSON.
  public mutating func message(_ segments: [LogValue?]) {
    let limits = limits
    text(segments.map { Self.plainText($0, limits) }.joined())
  }

  private static func plainText(_ value: LogValue?, _ limits: RecordLimits) -> String {
    switch value {
    case nil: return "…"
    case .string(let text): return text
    case let value?:
      var part = LineBuffer()
      defer { part.deallocate() }
      part.append(value, depth: 1, limits: limits)
      return String(decoding: part.bytes, as: UTF8.self)
    }
  }
}
