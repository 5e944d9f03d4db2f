extension RecordLine {
  /// Writes a message that the caller gives.
  public mutating func message(_ text: String) {
    append(message: text)
  }

  /// Writes a message that is put together from texts and values.
  ///
  /// A text stands in it as it is, anything else as its JSON.
  public mutating func message(_ parts: [MessagePart]) {
    var isText = false
    var message = ""
    for part in parts {
      switch part {
      case .constant(let text): message += text
      case .parameter(_, nil): message += "…"
      case .parameter(let name, let value?):
        if value.holdsText { isText = true }
        message += plainText(name, value)
      }
    }
    // What two texts are together, or with the words between them, neither has to be alone.
    if isText {
      append(message: message)
    } else {
      buffer.appendText(message, limit: limits.characters)
    }
  }

  private mutating func append(message: String) {
    ("message" as StaticString).withName {
      buffer.appendText(message, key: $0, limit: limits.characters, &redaction)
    }
  }

  /// A parameter as it stands in a message.
  private mutating func plainText(_ name: String, _ value: LogValue) -> String {
    name.withUTF8Bytes { key in
      let guardian = guards?.guardian(of: key) ?? layout.fieldGuards?.guardian(of: key)
      if let guardian,
        case .mark(let mark) = redaction.treatment(
          of: value, by: guardian, key: key, takesFingerprint: false)
      {
        return mark
      }
      if case .string(let text) = value { return redaction.text(text, key: key) }
      return json(value, key)
    }
  }

  private mutating func json(_ value: LogValue, _ key: UTF8Text) -> String {
    var part = LineBuffer()
    defer { part.deallocate() }
    part.append(declared: value, key: key, limits: limits, &redaction)
    return String(decoding: part.bytes, as: UTF8.self)
  }
}

extension LogValue {
  /// Whether somebody's words may stand in it.
  fileprivate var holdsText: Bool {
    switch self {
    case .string, .array, .object: true
    case .integer, .unsigned, .number, .boolean, .null: false
    }
  }
}
