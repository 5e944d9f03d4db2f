package import Redaction

/// Redacts values outside of records by the rules of a record's details: keys, pairs, arrays,
/// fingerprints. Nothing is cut: whole texts are looked at.
package struct ValueRedaction: Sendable {
  private var redaction: RecordRedaction

  /// - Parameter prefix: What the product's error codes begin with; fingerprints are made with it,
  ///   where the redactor has a key.
  package init(_ redactor: Redactor, prefix: String) {
    redaction = RecordRedaction(redactor)
    redaction.fingerprints = redactor.fingerprintKey.map { Fingerprints(key: $0, prefix: prefix) }
  }

  /// What was found so far; whoever takes it may forget it.
  package var finds: RedactionFinds {
    get { redaction.finds }
    set { redaction.finds = newValue }
  }

  /// A text without what must not be written.
  ///
  /// - Parameter key: The key under which it stands directly; empty for none.
  package mutating func redacted(_ text: String, key: String = "") -> String {
    text.withUTF8Bytes { bytes in
      key.withUTF8Bytes { redaction.redacted(bytes, key: $0) }
    }.map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// A value without what must not be written.
  package mutating func redacted(_ value: LogValue, key: String = "") -> LogValue {
    switch value {
    case .string(let text): .string(redacted(text, key: key))
    case .integer(let integer): redacted(integer, key: key)
    case .unsigned(let integer): .string(redacted(integer.description, key: key))
    case .array(let items): .array(redacted(items, key: key))
    case .object(let object): .object(redacted(object))
    case .number, .boolean, .null: value
    }
  }

  /// An object without what must not be written.
  package mutating func redacted(_ object: LogObject) -> LogObject {
    var result = LogObject()
    var keys = WrittenKeys(of: object)
    let pair = pairRule(in: object)
    for (index, member) in object.members.enumerated() {
      let known = guardian(ofMember: member.key, pair: pair)
      let (key, value) = redacted(member.key, member.value, by: known)
      let isAltered = !key.hasSameBytes(as: member.key)
      result[keys.unique(key, isAltered: isAltered, at: index)] = value
    }
    return result
  }

  /// What stands for a member that the catalog lists, whose name is therefore not looked at.
  ///
  /// - Parameter pair: What another member of the object says of its values.
  /// - Returns: The name and the text that stand for it; `nil` where the value is one like any
  ///   other.
  package mutating func replacement(
    of value: LogValue, under key: String, _ sensitivity: CatalogDescription.Sensitivity,
    pair: KeyRule?
  ) -> (key: String, text: String)? {
    let known: ValueGuard? =
      switch sensitivity {
      case .secret: .secret
      case .sensitive(let kind): .sensitive(fingerprint: kind)
      case .public: guardian(ofMember: key, pair: pair)
      }
    guard let known else { return nil }
    let treatment = key.withUTF8Bytes {
      redaction.treatment(of: value, by: known, key: $0, takesFingerprint: true)
    }
    return switch treatment {
    case .stays: nil
    case .mark(let text): (key, text)
    case .fingerprint(let name, let text): (name, text)
    }
  }

  /// What one member of an object says of the values of others.
  package mutating func pairRule(in object: LogObject) -> KeyRule? {
    redaction.pairRule(in: object.members[...])
  }

  /// What is known of a member: by its pair, or by its key.
  private mutating func guardian(ofMember key: String, pair: KeyRule?) -> ValueGuard? {
    if redaction.isPlain(key) { return nil }
    return key.withUTF8Bytes { key in
      if let pair, redaction.redactor?.isPairValue(key) == true { return .rule(pair) }
      return redaction.rule(ofKey: key).map { .rule($0) }
    }
  }

  /// A key without what must not be written.
  private mutating func redacted(key: String) -> String {
    redaction.isPlain(key) ? key : redacted(key, key: "")
  }

  private mutating func redacted(
    _ key: String, _ value: LogValue, by guardian: ValueGuard?
  ) -> (key: String, value: LogValue) {
    let treatment = guardian.map { guardian in
      key.withUTF8Bytes {
        redaction.treatment(of: value, by: guardian, key: $0, takesFingerprint: true)
      }
    }
    return switch treatment {
    case .fingerprint(let key, let text)?: (key, .string(text))
    case .mark(let text)?: (redacted(key: key), .string(text))
    case .stays?, nil: (redacted(key: key), redacted(value, key: key))
    }
  }

  /// An integer; a text where its digits are what must not be written.
  private mutating func redacted(_ integer: Int64, key: String) -> LogValue {
    guard integer.magnitude >= LineBuffer.leastLongInteger else { return .integer(integer) }
    let digits = integer.description
    let text = redacted(digits, key: key)
    return text == digits ? .integer(integer) : .string(text)
  }

  private mutating func redacted(_ items: [LogValue], key: String) -> [LogValue] {
    let header = redaction.headerRule(in: items)
    var rule: KeyRule?
    var result: [LogValue] = []
    result.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      rule = index == 1 && header != nil ? header : item.isFlag ? nil : rule
      // In text the key stands before the first item alone.
      let key = index == 0 ? key : ""
      result.append(redacted(item, by: rule, key: key))
      rule = redaction.flagRule(of: item)
    }
    return result
  }

  /// An item, or what stands for it where something is known of it.
  private mutating func redacted(_ item: LogValue, by rule: KeyRule?, key: String) -> LogValue {
    guard let rule else { return redacted(item, key: key) }
    let treatment = key.withUTF8Bytes {
      redaction.treatment(of: item, by: .rule(rule), key: $0, takesFingerprint: false)
    }
    if case .mark(let text) = treatment { return .string(text) }
    return redacted(item, key: key)
  }
}
