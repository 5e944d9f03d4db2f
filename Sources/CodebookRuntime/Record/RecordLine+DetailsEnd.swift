internal import Redaction

extension RecordLine {
  /// Ends the details with the arguments that were not valid and with what the caller adds.
  ///
  /// - Parameters:
  ///   - more: What the caller adds.
  ///   - suffix: What follows the details, if there are any.
  ///   - isRequired: Whether the record has details even where nothing stands in them.
  public mutating func endDetails(
    adding more: LogObject, suffix: StaticString = "", isRequired: Bool = false
  ) {
    if more.isEmpty, details.held == nil {
      appendRuntimeMembers()
    } else {
      appendMembers(adding: more)
    }
    if details.hasMember || isRequired {
      buffer.append(UInt8(ascii: "}"))
      buffer.append(suffix)
    } else {
      buffer.truncate(to: details.start)
    }
  }

  /// Writes the runtime's own members: fingerprints, a message that was held back, the arguments
  /// that were not valid.
  private mutating func appendRuntimeMembers() {
    appendFingerprints()
    if let message = details.operatorMessage { append(operatorMessage: message) }
    if let names = details.invalid { appendInvalid(names) }
  }

  /// Writes the members that were held back, the runtime's own and the caller's.
  private mutating func appendMembers(adding more: LogObject) {
    let kept = min(more.count, limits.items)
    let pair = pairRule(more.members[..<kept])
    if let held = details.held {
      for member in held { append(declared: member.key, member.value, pair: pair) }
    }
    appendRuntimeMembers()
    if !more.isEmpty { append(more, kept, pair) }
  }

  /// What the event declares and what the caller adds are one object.
  private mutating func pairRule(_ more: ArraySlice<LogObject.Member>) -> KeyRule? {
    guard let held = details.held, !held.isEmpty else { return redaction.pairRule(in: more) }
    return redaction.pairRule(in: held.members[...]) ?? redaction.pairRule(in: more)
  }

  /// Writes a member of what the event declares.
  mutating func append(declared name: String, _ value: LogValue, pair: KeyRule?) {
    let treatment = name.withUTF8Bytes { key in
      guardian(ofDeclared: key, pair).map {
        redaction.treatment(of: value, by: $0, key: key, takesFingerprint: true)
      }
    }
    separateMember()
    switch treatment {
    case .fingerprint(let key, let text)?:
      append(fingerprint: text, key)
    case .mark(let text)?:
      buffer.append(key: name)
      buffer.appendText(text, limit: .max)
    case .stays?, nil:
      buffer.append(key: name)
      name.withUTF8Bytes { buffer.append(declared: value, key: $0, limits: limits, &redaction) }
    }
  }

  private func guardian(ofDeclared key: UTF8Text, _ pair: KeyRule?) -> ValueGuard? {
    let own = guards?.guardian(of: key)
    if let own, own.isDeclared { return own }
    if let pair, redaction.redactor?.isPairValue(key) == true { return .rule(pair) }
    return own
  }

  /// Writes what stands for sensitive fields.
  mutating func appendFingerprints() {
    guard !details.fingerprints.isEmpty else { return }
    let fingerprints = details.fingerprints
    details.fingerprints = []
    for (_, key, text) in fingerprints {
      separateMember()
      append(fingerprint: text, key)
    }
  }

  private mutating func append(fingerprint text: String, _ key: String) {
    var key = key
    while layout.reserves(key, inDetailsOf: event) || details.taken.contains(key) { key += "_" }
    details.taken.append(key)
    buffer.append(key: key)
    buffer.appendText(text, limit: .max)
  }

  private mutating func appendInvalid(_ names: [String]) {
    separateMember()
    buffer.append("\"_invalid\":[")
    for (index, name) in layout.ordered(names, ofEvent: event).enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      self.name(name)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  /// Writes what the caller adds: as many members as the limits let through.
  private mutating func append(_ more: LogObject, _ kept: Int, _ pair: KeyRule?) {
    var keys = WrittenKeys(of: more)
    let names: ReservedKeys? = ReservedKeys(layout: layout, event: event, taken: details.taken)
    for index in 0..<kept {
      guard !buffer.hasOverflowed else { return }
      separateMember()
      buffer.append(
        more.members[index], pair: pair, at: index, &keys, depth: 1, limits: limits, &redaction,
        names: names)
    }
    if kept < more.count {
      separateMember()
      buffer.appendCutMember(more.count - kept, key: WrittenKeys.cutMark)
    }
  }
}
