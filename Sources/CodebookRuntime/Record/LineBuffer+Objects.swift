internal import Redaction

extension LineBuffer {
  /// Writes an object: as many members as the limits let through, and the number of the others.
  mutating func append(
    _ object: LogObject, depth: Int, limits: RecordLimits, _ redaction: inout RecordRedaction
  ) {
    let kept = depth > limits.depth ? 0 : min(object.count, limits.items)
    var keys = WrittenKeys(of: object)
    let pair = redaction.pairRule(in: object.members[..<kept])
    append(UInt8(ascii: "{"))
    for index in 0..<kept {
      guard !hasOverflowed else { return }
      if index > 0 { append(UInt8(ascii: ",")) }
      append(
        object.members[index], pair: pair, at: index, &keys, depth: depth + 1, limits: limits,
        &redaction)
    }
    if kept < object.count {
      if kept > 0 { append(UInt8(ascii: ",")) }
      appendCutMember(object.count - kept, key: keys.uniqueCutMark(before: kept))
    }
    append(UInt8(ascii: "}"))
  }

  /// Writes a member under a key that is new in its object.
  ///
  /// - Parameters:
  ///   - pair: The rule for the values of an object that names its secret in another member.
  ///   - index: The member's place in the object.
  ///   - names: The keys that belong to the catalog or to the runtime; `nil` for none.
  mutating func append(
    _ member: LogObject.Member, pair: KeyRule?, at index: Int, _ keys: inout WrittenKeys,
    depth: Int, limits: RecordLimits, _ redaction: inout RecordRedaction,
    names: ReservedKeys? = nil
  ) {
    let isPlain = redaction.isPlain(member.key)
    let treatment = isPlain ? nil : redaction.treatment(of: member, pair: pair)
    if case .fingerprint(let key, let text)? = treatment {
      append(key: keys.unique(names?.free(key) ?? key, isAltered: true, at: index))
      appendText(text, limit: .max)
      return
    }
    let redacted = isPlain ? nil : redaction.redacted(key: member.key)
    append(keyOf: member, redacted, at: index, &keys, names)
    if case .mark(let text)? = treatment {
      appendText(text, limit: .max)
    } else {
      member.key.withUTF8Bytes {
        append(member.value, key: $0, depth: depth, limits: limits, &redaction)
      }
    }
  }

  private mutating func append(
    keyOf member: LogObject.Member, _ redacted: (text: String, omitted: Int)?, at index: Int,
    _ keys: inout WrittenKeys, _ names: ReservedKeys?
  ) {
    guard
      redacted != nil || keys.wereAltered || Self.isTooLong(member.key)
        || names?.contains(member.key) == true
    else { return append(key: member.key) }
    var key = member.key
    var isAltered = false
    if let redacted {
      key = Self.cutKey(redacted.text, before: redacted.omitted)
      isAltered = true
    } else if Self.isTooLong(key) {
      key = Self.cutKey(key)
      isAltered = true
    }
    if let names {
      let count = key.utf8.count
      key = names.free(key)
      if key.utf8.count > count { isAltered = true }
    }
    append(key: keys.unique(key, isAltered: isAltered, at: index))
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

  /// Whether a key may have more code points than are written.
  private static func isTooLong(_ key: String) -> Bool {
    key.utf8.count > RecordLimits.keyCharacters
  }

  /// A key as it is written: cut like a text where it is too long.
  ///
  /// - Parameter rest: Code points that follow the text, and are not written in any case.
  static func cutKey(_ key: String, before rest: Int = 0) -> String {
    let scalars = key.unicodeScalars
    let omitted = max(0, scalars.count - RecordLimits.keyCharacters)
    guard omitted + rest > 0 else { return key }
    let kept = String(String.UnicodeScalarView(scalars.prefix(RecordLimits.keyCharacters)))
    return kept + "…[+\(omitted + rest)]"
  }
}
