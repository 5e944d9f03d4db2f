extension Redactor {
  /// The rule that a value under this key goes by; `nil` where the key names no secret.
  public func keyRule(_ key: UnsafeBufferPointer<UInt8>) -> KeyRule? {
    guard let base = key.baseAddress else { return nil }
    let rule = lookup.find(base, 0, key.count).rule
    return rule >= 0 ? labels.keyRules[rule] : nil
  }

  /// The rule that a value under this key goes by; `nil` where the key names no secret.
  public func keyRule(_ key: String) -> KeyRule? {
    var key = key
    return key.withUTF8 { keyRule($0) }
  }

  /// Whether a member of this name says the name of another: `{"name": "X-Api-Key", ...}`.
  public func isPairName(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    whole(key) & TerminalRecord.pairName != 0
  }

  /// Whether a member of this name has the value of another: `{..., "value": "..."}`.
  public func isPairValue(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    whole(key) & TerminalRecord.pairValue != 0
  }

  private func whole(_ key: UnsafeBufferPointer<UInt8>) -> UInt16 {
    guard let base = key.baseAddress else { return 0 }
    return lookup.find(base, 0, key.count).whole.flags
  }

  /// Whether a value stays though its key is `pwd`: the current folder is in every environment.
  public func isFolder(
    _ value: UnsafeBufferPointer<UInt8>, under key: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = value.first else { return false }
    return KeyNames.isFolder(Text(key), first)
  }

  /// Whether a value is what takes the place of a secret: `[redacted:<known id>]`, or `****` with
  /// four bytes at most.
  public func isReplaced(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    let stars = value.prefix(4)
    if value.count <= 8, stars.count == 4, stars.allSatisfy({ $0 == UInt8(ascii: "*") }) {
      return true
    }
    let head = "[redacted:".utf8
    guard value.count > head.count + 1, value.last == UInt8(ascii: "]"), value.starts(with: head)
    else { return false }
    return labels.knows(
      UnsafeBufferPointer(rebasing: value[head.count..<(value.count - 1)]))
  }

  /// Where `[redacted:<known id>]` stands in a text.
  package func marks(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    guard let base = text.baseAddress else { return [] }
    return Marks.ranges(in: Text(base, text.count), labels)
  }

  /// The kinds of fingerprints that rules put in the place of values.
  package var fingerprintKinds: [String] {
    labels.keyRules.filter { $0.action == .fingerprint }.map(\.fingerprintKind)
  }

  /// What takes the place of a text that a rule knows by its key: `[redacted:<id>]` or `****abcd`.
  public func replacement(
    for value: UnsafeBufferPointer<UInt8>, by rule: KeyRule
  ) -> String {
    guard rule.action == .mask, let tail = Replacement.shownTail(Text(value)) else {
      return rule.replacement
    }
    return "****" + String(decoding: tail, as: UTF8.self)
  }
}
