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
      let member = object.members[index]
      let known = redaction.guardian(ofMember: member.key, pair: pair)
      append(member, by: known, at: index, &keys, depth: depth + 1, limits: limits, &redaction)
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
  ///   - index: The member's place in the object.
  ///   - free: Makes of a key one that belongs neither to the catalog nor to the runtime.
  mutating func append(
    _ member: LogObject.Member, by guardian: ValueGuard?, at index: Int,
    _ keys: inout WrittenKeys, depth: Int, limits: RecordLimits,
    _ redaction: inout RecordRedaction, free: ((String) -> String)? = nil
  ) {
    let treatment = guardian.map { guardian in
      member.key.withUTF8Bytes {
        redaction.treatment(of: member.value, by: guardian, key: $0, takesFingerprint: true)
      }
    }
    if case .fingerprint(let key, let text)? = treatment {
      append(key: keys.unique(free?(key) ?? key, isAltered: true, at: index))
      appendText(text, limit: .max)
      return
    }
    append(keyOf: member, at: index, &keys, &redaction, free)
    if case .mark(let text)? = treatment {
      appendText(text, limit: .max)
    } else {
      member.key.withUTF8Bytes {
        append(member.value, key: $0, depth: depth, limits: limits, &redaction)
      }
    }
  }

  private mutating func append(
    keyOf member: LogObject.Member, at index: Int, _ keys: inout WrittenKeys,
    _ redaction: inout RecordRedaction, _ free: ((String) -> String)?
  ) {
    var key = member.key
    var isAltered = false
    if let redacted = redaction.redacted(key: key) {
      key = Self.cutKey(redacted.text, before: redacted.omitted)
      isAltered = true
    } else if key.utf8.count > RecordLimits.keyCharacters {
      key = Self.cutKey(key)
      isAltered = true
    }
    if let free {
      let count = key.utf8.count
      key = free(key)
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
