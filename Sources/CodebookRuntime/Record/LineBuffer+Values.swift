internal import Redaction

extension LineBuffer {
  /// Writes a value.
  ///
  /// - Parameters:
  ///   - key: The key under which it stands directly; empty for none.
  ///   - depth: How many containers a container written here stands in, itself included.
  mutating func append(
    _ value: LogValue, key: UTF8Text, depth: Int, limits: RecordLimits,
    _ redaction: inout RecordRedaction
  ) {
    switch value {
    case .string(let text): appendText(text, key: key, limit: limits.characters, &redaction)
    case .integer(let integer): append(integer: integer, key: key, &redaction)
    case .unsigned(let integer): append(unsigned: integer, key: key, &redaction)
    case .number(let number): append(number: number)
    case .boolean(let truth): append(truth ? "true" : "false")
    case .null: append("null")
    case .array(let items): append(items, key: key, depth: depth, limits: limits, &redaction)
    case .object(let object): append(object, depth: depth, limits: limits, &redaction)
    }
  }

  /// Writes a value that the catalog has a type for: digits are no text there.
  mutating func append(
    declared value: LogValue, key: UTF8Text, limits: RecordLimits,
    _ redaction: inout RecordRedaction
  ) {
    switch value {
    case .integer(let integer): append(integer: integer)
    default: append(value, key: key, depth: 1, limits: limits, &redaction)
    }
  }

  /// Writes an integer; as a text where its digits are what must not be written.
  private mutating func append(
    integer: Int64, key: UTF8Text, _ redaction: inout RecordRedaction
  ) {
    guard integer.magnitude >= Self.leastLongInteger, !redaction.isOff else {
      return append(integer: integer)
    }
    let digits = integer.description
    if let text = digits.withUTF8Bytes({ redaction.redacted($0, key: key) }) {
      appendText(String(decoding: text, as: UTF8.self), limit: .max)
    } else {
      append(integer: integer)
    }
  }

  /// Writes an integer; one that has no place in 64 bits with a sign becomes a text.
  private mutating func append(
    unsigned integer: UInt64, key: UTF8Text, _ redaction: inout RecordRedaction
  ) {
    if let integer = Int64(exactly: integer) {
      append(integer: integer, key: key, &redaction)
    } else {
      appendText(integer.description, key: key, limit: .max, &redaction)
    }
  }

  /// The least integer of 13 digits: card numbers, say, begin there.
  static let leastLongInteger: UInt64 = 1_000_000_000_000

  /// Writes an array: as many items as the limits let through, and the number of the others.
  mutating func append(
    _ items: [LogValue], key: UTF8Text, depth: Int, limits: RecordLimits,
    _ redaction: inout RecordRedaction
  ) {
    let kept = depth > limits.depth ? 0 : min(items.count, limits.items)
    let header = kept > 1 ? redaction.headerRule(in: items) : nil
    var rule: KeyRule?
    append(UInt8(ascii: "["))
    for index in 0..<kept {
      guard !hasOverflowed else { return }
      if index > 0 { append(UInt8(ascii: ",")) }
      let item = items[index]
      rule = index == 1 && header != nil ? header : item.isFlag ? nil : rule
      // In text the key stands before the first item alone.
      let key = index == 0 ? key : UTF8Text.empty
      append(
        item, by: rule.map { .rule($0) }, key: key, depth: depth + 1, limits: limits, &redaction)
      rule = redaction.flagRule(of: item)
    }
    if kept < items.count {
      append(kept > 0 ? ",\"" : "\"")
      appendCutMark(items.count - kept)
      append(UInt8(ascii: "\""))
    }
    append(UInt8(ascii: "]"))
  }

  /// Writes a value, or what stands for it where something is known of it; the key stays.
  mutating func append(
    _ value: LogValue, by guardian: ValueGuard?, key: UTF8Text, depth: Int, limits: RecordLimits,
    _ redaction: inout RecordRedaction
  ) {
    if let guardian,
      case .mark(let mark) = redaction.treatment(
        of: value, by: guardian, key: key, takesFingerprint: false)
    {
      appendText(mark, limit: .max)
    } else {
      append(value, key: key, depth: depth, limits: limits, &redaction)
    }
  }
}
