internal import Redaction

extension LineBuffer {
  /// What stands where a credential would.
  static let redacted: StaticString = "\"[redacted]\""

  /// Writes a value.
  ///
  /// - Parameter depth: How many containers a container written here stands in, itself included.
  mutating func append(_ value: LogValue, depth: Int, limits: RecordLimits) {
    switch value {
    case .string(let text): appendText(text, limit: limits.characters)
    case .integer(let integer): append(integer: integer)
    case .unsigned(let integer): appendUnsigned(integer)
    case .number(let number): append(number: number)
    case .boolean(let truth): append(truth ? "true" : "false")
    case .null: append("null")
    case .array(let items): append(items, depth: depth, limits: limits)
    case .object(let object): append(object, depth: depth, limits: limits)
    }
  }

  /// Writes an integer; one that has no place in 64 bits with a sign becomes a text.
  mutating func appendUnsigned(_ integer: UInt64) {
    guard integer > UInt64(Int64.max) else { return append(digitsOf: integer) }
    append(UInt8(ascii: "\""))
    append(digitsOf: integer)
    append(UInt8(ascii: "\""))
  }

  /// Writes an array: as many items as the limits let through, and the number of the others.
  mutating func append(_ items: [LogValue], depth: Int, limits: RecordLimits) {
    let kept = depth > limits.depth ? 0 : min(items.count, limits.items)
    append(UInt8(ascii: "["))
    for index in 0..<kept {
      guard !hasOverflowed else { return }
      if index > 0 { append(UInt8(ascii: ",")) }
      append(items[index], depth: depth + 1, limits: limits)
    }
    if kept < items.count {
      append(kept > 0 ? ",\"" : "\"")
      appendCutMark(items.count - kept)
      append(UInt8(ascii: "\""))
    }
    append(UInt8(ascii: "]"))
  }

  /// Writes an object: as many members as the limits let through, and the number of the others.
  mutating func append(_ object: LogObject, depth: Int, limits: RecordLimits) {
    let kept = depth > limits.depth ? 0 : min(object.count, limits.items)
    var keys = WrittenKeys(of: object)
    append(UInt8(ascii: "{"))
    for index in 0..<kept {
      guard !hasOverflowed else { return }
      if index > 0 { append(UInt8(ascii: ",")) }
      let member = object.members[index]
      let needsCut = member.key.utf8.count > RecordLimits.keyCharacters
      if needsCut || keys.wereAltered {
        let key = needsCut ? Self.cutKey(member.key) : member.key
        append(key: keys.unique(key, isAltered: needsCut, at: index))
      } else {
        append(key: member.key)
      }
      appendMember(member, depth: depth + 1, limits: limits)
    }
    if kept < object.count {
      if kept > 0 { append(UInt8(ascii: ",")) }
      appendCutMember(object.count - kept, key: keys.uniqueCutMark(before: kept))
    }
    append(UInt8(ascii: "}"))
  }

  /// Writes a member's value, unless its key names a credential.
  mutating func appendMember(_ member: LogObject.Member, depth: Int, limits: RecordLimits) {
    if SensitiveKeys.names(credential: member.key) {
      append(Self.redacted)
    } else {
      append(member.value, depth: depth, limits: limits)
    }
  }

  /// Writes a key that is not longer than allowed, and the colon.
  mutating func append(key: String) {
    append(UInt8(ascii: "\""))
    appendContent(of: key, limit: .max)
    append("\":")
  }

  /// Writes `"_cut":N`.
  mutating func appendCutMember(_ count: Int, key: String) {
    append(key: key)
    append(integer: Int64(count))
  }

  /// A key as it is written: cut like a text where it is too long.
  static func cutKey(_ key: String) -> String {
    let scalars = key.unicodeScalars
    let count = scalars.count
    guard count > RecordLimits.keyCharacters else { return key }
    let kept = String(String.UnicodeScalarView(scalars.prefix(RecordLimits.keyCharacters)))
    return kept + "…[+\(count - RecordLimits.keyCharacters)]"
  }
}
