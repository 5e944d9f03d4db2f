extension LogValue: CustomStringConvertible {
  /// The value as JSON, with texts and containers in full.
  ///
  /// Nothing is redacted, but for `Sensitive` values: a record is. Containers are followed 512 deep.
  public var description: String {
    JSONText.grown {
      var redaction = RecordRedaction(nil)
      $0.append(self, key: .empty, depth: 1, limits: .description, &redaction)
    }
  }
}

extension LogObject: CustomStringConvertible {
  /// The object as JSON, in the way of `LogValue`.
  public var description: String { LogValue.object(self).description }
}

extension RecordLimits {
  /// Everything, as deep as a stack has room for it in any case.
  fileprivate static let description = RecordLimits(characters: .max, items: .max, depth: 512)
}

extension JSONText {
  /// What a block writes, however long it is.
  fileprivate static func grown(_ write: (inout LineBuffer) -> Void) -> String {
    var capacity = 256
    while true {
      var buffer = LineBuffer(capacity: capacity)
      defer { buffer.deallocate() }
      write(&buffer)
      if !buffer.hasOverflowed { return String(decoding: buffer.bytes, as: UTF8.self) }
      capacity *= 4
    }
  }
}
